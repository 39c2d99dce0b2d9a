"""A key is enrolled for one's own place, told under the pseudonym, never twice, and revoked for good."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.committees.actions import keys
from college.committees.models import Key, Place
from college.committees.queries import keys as asked
from college.committees.rules.signatures import Algorithm, PublicKey, SignatureKind
from college.people.models import Notice
from college.record.models import Entry
from college_verify.signatures import read_key
from tests.factories.acts import MOMENT, later, refused
from tests.factories.at_once import at_once
from tests.factories.ballots import Signer
from tests.factories.colleges import make_college
from tests.factories.committees import make_roster
from tests.factories.people import act_by, make_member, suspend

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db) -> Place:
    make_college()
    with transaction.atomic():
        roster = make_roster(50)
    return roster.places.select_related("member", "roster").first()


def told(kind: str) -> dict:
    return json.loads(bytes(Entry.objects.get(kind=kind).body))


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_a_passkey_is_enrolled_under_the_pseudonym(place, algorithm):
    signer = Signer(SignatureKind.PASSKEY, algorithm)
    key = keys.enrol(act_by(place.member), place, signer.key)
    entry = told("committees.key.enrolled")
    assert entry["actor"] == place.public_id
    assert entry["data"] == {"place": place.public_id, "key": key.document_id}
    assert asked.public_key(key) == signer.key
    assert read_key(json.loads(key.document.words)).kind == "passkey"
    assert Notice.objects.filter(member=place.member, code="committees.key.enrolled").exists()


def test_nobody_enrols_for_another(place):
    for member in (make_member(), place.roster.places.last().member):
        with refused("committees.place.may-not"):
            keys.enrol(act_by(member), place, Signer(SignatureKind.DEVICE).key)
    suspend(place.member)
    with refused("people.member.may-not-act"):
        keys.enrol(act_by(place.member), place, Signer(SignatureKind.DEVICE).key)
    assert not Key.objects.exists()


def test_a_key_that_served_under_one_pseudonym_serves_under_no_other(place):
    other = place.roster.places.select_related("member").last()
    key = Signer(SignatureKind.PASSKEY).key
    keys.enrol(act_by(place.member), place, key)
    for again in (place, other):
        with refused("committees.key.known"):
            keys.enrol(act_by(again.member), again, key)
    # Not as another kind either.
    device = PublicKey(SignatureKind.DEVICE, key.algorithm, key.public)
    with refused("committees.key.known"):
        keys.enrol(act_by(other.member), other, device)


def test_a_place_has_only_so_many_keys(place):
    for _ in range(keys.MOST_KEYS):
        keys.revoke(
            act_by(place.member),
            keys.enrol(act_by(place.member), place, Signer(SignatureKind.DEVICE).key),
        )
    with refused("committees.key.too-many"):
        keys.enrol(act_by(place.member), place, Signer(SignatureKind.DEVICE).key)


def test_a_revoked_key_is_told_once_and_stays_revoked(place):
    key = keys.enrol(act_by(place.member), place, Signer(SignatureKind.DEVICE).key)
    act = later(act_by(place.member), hours=1)
    assert keys.revoke(act, key).revoked_at == MOMENT + timedelta(hours=1)
    keys.revoke(later(act, hours=1), key)
    entry = told("committees.key.revoked")
    assert entry["actor"] == place.public_id
    assert entry["data"] == {"place": place.public_id, "key": key.document_id}
    assert asked.in_force(place) == []
    assert asked.signing_key(place, key.document_id) is None


def test_nobody_revokes_another_s_key(place):
    key = keys.enrol(act_by(place.member), place, Signer(SignatureKind.DEVICE).key)
    with refused("committees.place.may-not"):
        keys.revoke(act_by(make_member()), key)
    assert asked.in_force(place) == [key]


def test_no_page_can_bring_a_software_key(place, settings):
    settings.DEMO = True
    with refused("committees.key.not-software"):
        keys.enrol(act_by(place.member), place, Signer(SignatureKind.SOFTWARE).key)


@pytest.mark.parametrize("kind", [SignatureKind.PASSKEY, SignatureKind.DEVICE])
def test_the_database_keeps_no_secret_of_people(place, kind):
    key = keys.enrol(act_by(place.member), place, Signer(kind).key)
    with pytest.raises(IntegrityError), transaction.atomic():
        Key.objects.filter(pk=key.pk).update(secret=b"secret")


@pytest.mark.django_db(transaction=True)
def test_one_key_enrolled_twice_at_the_same_moment_is_enrolled_once(place):
    key = Signer(SignatureKind.DEVICE).key
    results = at_once([lambda: keys.enrol(act_by(place.member), place, key)] * 2)
    assert sorted(type(r).__name__ for r in results) == ["Key", "str"], results
    assert "committees.key.known" in results
    assert Entry.objects.filter(kind="committees.key.enrolled").count() == 1
