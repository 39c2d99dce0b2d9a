"""Enrol and revoke the keys that sign a place's ballots."""

from dataclasses import replace
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.db import IntegrityError, transaction

from college.committees.events.keys import KeyEnrolled, KeyRevoked
from college.committees.models import Key, Place
from college.committees.queries import keys
from college.committees.rules.signatures import (
    Algorithm,
    PublicKey,
    Signature,
    SignatureKind,
)
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit_document

#: Keys of one place, revoked ones counted: a telephone and a computer, each lost once or twice.
MOST_KEYS = 8
_SERVICE = "/committees/my-service/"


@transaction.atomic
def enrol(act: Act, place: Place, key: PublicKey) -> Key:
    """Enrol a passkey or a device's key for the member's own place; the member is told."""
    if key.kind is SignatureKind.SOFTWARE:
        raise Refusal("committees.key.not-software")
    row = _own(act, place)
    made = _enrol(act, row, key)
    tell(row.member, "committees.key.enrolled", params={}, path=_SERVICE, at=act.at)
    return made


@transaction.atomic
def enrol_software(act: Act, place: Place) -> Key:
    """A key that the College itself keeps, for the people of a sample; refused anywhere else."""
    if not settings.DEMO:
        raise Refusal("committees.key.not-software")
    secret = Ed25519PrivateKey.generate()
    public = secret.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    key = PublicKey(SignatureKind.SOFTWARE, Algorithm.ED25519, public)
    return _enrol(act, _locked(place), key, secret=secret.private_bytes_raw())


@transaction.atomic
def revoke(act: Act, key: Key) -> Key:
    """What this key signs from now on is refused; what it signed stands. Safe to repeat."""
    _own(act, key.place)
    row = Key.objects.get(pk=key.pk)
    if row.revoked_at is None:
        row.revoked_at = act.at
        row.save(update_fields=["revoked_at"])
        name = key.place.public_id
        event = KeyRevoked(place=name, key=row.document_id)
        append(replace(act, actor=name), event, subject=name)
    return row


def sign_with_software(place: Place, ballot: bytes) -> Signature:
    """Sign with the key the College keeps for this place, in a sample alone."""
    key = next((k for k in keys.in_force(place) if k.secret is not None), None)
    if key is None or not settings.DEMO:
        raise Refusal("committees.key.none")
    secret = Ed25519PrivateKey.from_private_bytes(bytes(key.secret))
    return Signature(SignatureKind.SOFTWARE, key.document_id, secret.sign(ballot))


def _enrol(act: Act, place: Place, key: PublicKey, *, secret: bytes | None = None) -> Key:
    if Key.objects.filter(place=place).count() >= MOST_KEYS:
        raise Refusal("committees.key.too-many", most=MOST_KEYS)
    try:
        with transaction.atomic():
            row = Key.objects.create(
                place=place,
                kind=key.kind,
                document=commit_document(key.document()),
                fingerprint=sha256(key.public).hexdigest(),
                secret=secret,
                enrolled_at=act.at,
            )
    except IntegrityError as error:
        raise Refusal("committees.key.known") from error
    # The entry's actor is the pseudonym: the member behind it stays sealed.
    event = KeyEnrolled(place=place.public_id, key=row.document_id)
    append(replace(act, actor=place.public_id), event, subject=place.public_id)
    return row


def _own(act: Act, place: Place) -> Place:
    member = acting_member(act)
    row = _locked(place)
    if row.member_id != member.pk:
        raise Refusal("committees.place.may-not")
    return row


def _locked(place: Place) -> Place:
    return (
        Place.objects.select_for_update(no_key=True, of=("self",))
        .select_related("member")
        .get(pk=place.pk)
    )
