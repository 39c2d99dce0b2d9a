"""Cast a signed ballot: read strictly, whose it is, what it commits to, who signed it; then it is sealed."""

import secrets

from django.db import transaction

from college.committees.actions.keys import sign_with_software
from college.committees.actions.reminders import settle_docket
from college.committees.actions.seats import seal_ballot
from college.committees.models import Ballot, Place, Seat
from college.committees.queries import keys
from college.committees.rules import ballots, signatures
from college.committees.rules.signatures import Signature
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.prose import clean
from college.ground.refusals import Refusal
from college.record.actions.texts import commit_plain
from college.record.charters import charter_in_force
from college.record.queries import is_committed
from college.record.rules.commitment import SALT_LENGTH, commitment, text_bytes


def prepare(seat: Seat, *, choice: Choice, ground: str, reason: str, salt: bytes) -> ballots.Ballot:
    """The ballot that this seat would sign, to be shown before it is; refuses what cannot be cast.

    ``salt``: 32 random bytes, for the commitment to the sentence of reason. Nothing is kept.
    """
    words = clean(reason)
    most = charter_in_force().lengths.reason
    if not words:
        raise Refusal("committees.ballot.no-reason")
    if len(words) > most:
        raise Refusal("committees.ballot.reason-too-long", length=len(words), most=most)
    case = seat.draw.case
    ballot = ballots.Ballot(
        case=case.public_id,
        seat=seat.public_id,
        choice=choice,
        ground=ground,
        reason=commitment(salt, text_bytes(words)),
        nonce=seat.nonce,
    )
    _check(ballot, seat)
    return ballot


@transaction.atomic
def cast(
    act: Act, seat: Seat, *, ballot: bytes, reason: str, salt: bytes, signature: Signature
) -> Ballot:
    """Keep a ballot as it was signed, and seal it in the record.

    ``ballot``: the canonical text (spec/ballots.md). ``reason`` and ``salt``: what its ``reason`` commits to.
    """
    # The lock on the place comes before the case's: revoking a key takes it too.
    rows = Place.objects.select_for_update(no_key=True, of=("self",)).select_related("member")
    place = rows.get(pk=seat.place_id)
    try:
        read = ballots.parse(ballot)
    except ballots.NotABallot as error:
        raise Refusal("committees.ballot.malformed") from error
    own = prepare(seat, choice=read.choice, ground=read.ground, reason=reason, salt=salt)
    _check(read, seat)
    if own != read:
        raise Refusal("committees.ballot.stale")
    if is_committed(read.reason):
        raise Refusal("committees.ballot.already-cast")
    _check_signature(place, ballot, signature)
    kept = seal_ballot(
        act,
        seat,
        choice=read.choice,
        ground=read.ground,
        reason=commit_plain(clean(reason), salt=salt),
        body=ballots.sealed(ballot, signature),
    )
    settle_docket(act, place.member)
    return kept


def cast_with_software(act: Act, seat: Seat, *, choice: Choice, ground: str, reason: str) -> Ballot:
    """The same for a person of the sample, whose key the College keeps."""
    salt = secrets.token_bytes(SALT_LENGTH)
    ballot = prepare(seat, choice=choice, ground=ground, reason=reason, salt=salt)
    signature = sign_with_software(seat.place, ballot.text)
    return cast(act, seat, ballot=ballot.text, reason=reason, salt=salt, signature=signature)


def _check(ballot: ballots.Ballot, seat: Seat) -> None:
    case = seat.draw.case
    fault = ballots.fault(
        ballot,
        case=case.public_id,
        seat=seat.public_id,
        nonce=seat.nonce,
        grounds=case.grounds,
    )
    if fault:
        raise Refusal(fault)


def _check_signature(place: Place, ballot: bytes, signature: Signature) -> None:
    key = keys.signing_key(place, signature.key)
    if key is None:
        raise Refusal("committees.key.not-in-force")
    try:
        signatures.verify(ballot, signature, keys.public_key(key))
    except signatures.NotSigned as error:
        raise Refusal("committees.ballot.not-signed") from error
