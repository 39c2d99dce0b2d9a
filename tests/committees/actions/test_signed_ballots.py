"""What is no ballot counts not; one is signed with a key in force, and sealed as it was signed."""

import json
import re

import pytest

from college.committees.actions import casting, keys
from college.committees.models import Ballot
from college.committees.rules.signatures import Signature, SignatureKind
from college.committees.rules.tally import Choice
from college.record.models import Entry, Text
from college_verify import ballots as verifier
from college_verify import signatures as verifier_signatures
from tests.factories.acts import refused
from tests.factories.at_once import at_once
from tests.factories.service import REASON, SALT, cast, enrol, make_juror

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [SignatureKind.PASSKEY, SignatureKind.DEVICE])
def test_a_signed_ballot_is_sealed_and_the_verifier_opens_the_seal(case, kind):
    juror = make_juror(case, kind=kind)
    text = juror.ballot().text
    cast(juror, text, juror.signer.sign(text))
    entry = json.loads(bytes(Entry.objects.get(kind="committees.ballot.sealed").body))
    kept = Ballot.objects.get()
    assert entry["actor"] == juror.seat.public_id
    assert entry["data"] == {
        "case": case.public_id,
        "seat": juror.seat.public_id,
        "ballot": kept.digest,
    }
    opened = json.loads(bytes(kept.body))
    assert opened["ballot"] == text.decode()
    assert verifier.seal(bytes(kept.salt), opened["ballot"], opened["signature"]) == kept.digest
    verifier_signatures.check(
        opened["ballot"].encode(),
        opened["signature"],
        verifier_signatures.read_key(json.loads(bytes(juror.key.document.body))),
    )
    read = verifier.read(opened["ballot"].encode())
    assert read.reason == kept.reason_id
    assert kept.reason.words == REASON


def test_until_a_case_closes_no_entry_ties_a_seat_to_a_pseudonym(juror):
    text = juror.ballot().text
    cast(juror, text, juror.signer.sign(text))
    for entry in Entry.objects.filter(kind__startswith="committees."):
        body = bytes(entry.body).decode()
        told = {entry.subject, *re.findall(r"[0-9a-z]{13}", body)}
        assert not {juror.seat.public_id, juror.place.public_id} <= told, body
        assert not {juror.seat.draw.case.public_id, juror.place.public_id} <= told, body


def test_no_entry_names_the_member_behind_a_pseudonym(juror):
    text = juror.ballot().text
    cast(juror, text, juror.signer.sign(text))
    told = Entry.objects.filter(kind__startswith="committees.").exclude(
        kind="committees.roster.announced"
    )
    assert told
    assert not any(juror.member.public_id.encode() in bytes(entry.body) for entry in told)


def test_a_nonce_of_another_seat_is_stale(juror):
    text = juror.ballot().text.replace(juror.seat.nonce.encode(), b"0" * 64)
    with refused("committees.ballot.stale"):
        cast(juror, text, juror.signer.sign(text))


def test_the_sentence_must_be_the_one_that_was_signed(juror):
    text = juror.ballot().text
    with refused("committees.ballot.stale"):
        cast(juror, text, juror.signer.sign(text), reason="Quite another sentence.")
    with refused("committees.ballot.stale"):
        cast(juror, text, juror.signer.sign(text), salt=bytes(32))


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b"[" * 500, b'{"v":"college-ballot-v1"}'])
def test_what_is_no_ballot_is_refused(juror, body):
    with refused("committees.ballot.malformed"):
        cast(juror, body, juror.signer.sign(body))


def test_a_ballot_in_another_spelling_is_refused(juror):
    text = juror.ballot().text.replace(b'{"case"', b'{ "case"')
    with refused("committees.ballot.malformed"):
        cast(juror, text, juror.signer.sign(text))


def test_a_ground_the_case_is_not_about_is_refused(juror):
    with refused("committees.ballot.ground-unknown"):
        juror.ballot(Choice.GRANT, "spam")


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "committees.ballot.no-reason"),
        (" \u202e\x07\n", "committees.ballot.no-reason"),
        ("x" * 401, "committees.ballot.reason-too-long"),
    ],
)
def test_a_reason_is_given_and_short(juror, reason, code):
    with refused(code):
        casting.prepare(juror.seat, choice=Choice.KEEP, ground="", reason=reason, salt=SALT)


def test_a_forged_signature_is_refused_and_nothing_is_kept(juror):
    text = juror.ballot().text
    good = juror.signer.sign(text)
    forged = Signature(good.kind, good.key, good.signature[:-1] + bytes([good.signature[-1] ^ 1]))
    before = Text.objects.count()
    with refused("committees.ballot.not-signed"):
        cast(juror, text, forged)
    assert Text.objects.count() == before
    assert not Ballot.objects.exists()


def test_a_revoked_key_signs_no_more_but_what_it_signed_stands(case, juror):
    text = juror.ballot().text
    keys.revoke(juror.act, juror.key)
    with refused("committees.key.not-in-force"):
        cast(juror, text, juror.signer.sign(text))
    signer, _key = enrol(juror.place, juror.at)
    cast(juror, text, signer.sign(text))
    assert Ballot.objects.count() == 1


def test_what_another_key_of_the_same_place_signed_counts(juror):
    signer, _key = enrol(juror.place, juror.at, SignatureKind.PASSKEY)
    text = juror.ballot().text
    assert cast(juror, text, signer.sign(text)).choice == Choice.GRANT


def test_the_sample_signs_for_its_people_and_nobody_else(case, juror, settings):
    with refused("committees.key.not-software"):
        keys.enrol_software(juror.act, juror.place)
    settings.DEMO = True
    keys.enrol_software(juror.act, juror.place)
    ballot = casting.cast_with_software(
        juror.act, juror.seat, choice=Choice.KEEP, ground="", reason=REASON
    )
    signature = json.loads(bytes(ballot.body))["signature"]
    assert signature["kind"] == "software"
    settings.DEMO = False
    other = make_juror(case, nth=1)
    with refused("committees.key.none"):
        casting.cast_with_software(
            other.act, other.seat, choice=Choice.KEEP, ground="", reason=REASON
        )


@pytest.mark.django_db(transaction=True)
def test_a_key_revoked_at_the_same_moment_signs_before_that_or_not_at_all(juror):
    text = juror.ballot().text
    signature = juror.signer.sign(text)
    results = at_once(
        [lambda: cast(juror, text, signature), lambda: keys.revoke(juror.act, juror.key)]
    )
    assert results[1] == juror.key
    told = [
        kind
        for kind in Entry.objects.order_by("id").values_list("kind", flat=True)
        if kind in {"committees.ballot.sealed", "committees.key.revoked"}
    ]
    if results[0] == "committees.key.not-in-force":
        assert told == ["committees.key.revoked"]
    else:
        assert told == ["committees.ballot.sealed", "committees.key.revoked"]
