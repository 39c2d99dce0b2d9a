"""A ballot is read strictly, belongs to one seat, and its seal binds every byte of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import ballots
from college.committees.rules.signatures import SignatureKind
from college.committees.rules.tally import Choice
from tests.factories.ballots import Signer, make_ballot

OTHER = "zzzzzzzzzzzzz"
SIGNER = Signer(SignatureKind.DEVICE)


def test_the_text_is_canonical_and_read_back():
    ballot = make_ballot()
    assert ballot.text == (
        b'{"case":"7h2m9k4qx0c5t","choice":"grant","ground":"private-data","nonce":"'
        + b"01" * 32
        + b'","reason":"'
        + b"ab" * 32
        + b'","seat":"0123456789abc","v":"college-ballot-v1"}'
    )
    assert ballots.parse(ballot.text) == ballot


def test_the_longest_ballot_there_can_be_is_short_enough():
    assert len(make_ballot(ground="a" * ballots.LONGEST_GROUND).text) < ballots.LONGEST


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, ""),
        ({"choice": Choice.KEEP, "ground": ""}, ""),
        ({"case": OTHER}, "committees.ballot.other-case"),
        ({"seat": OTHER}, "committees.ballot.other-seat"),
        ({"nonce": "02" * 32}, "committees.ballot.stale"),
        ({"ground": "spam"}, "committees.ballot.ground-unknown"),
    ],
)
def test_a_ballot_is_of_one_case_seat_nonce_and_of_its_grounds(changes, code):
    own = make_ballot()
    fault = ballots.fault(
        make_ballot(**changes),
        case=own.case,
        seat=own.seat,
        nonce=own.nonce,
        grounds=[own.ground],
    )
    assert fault == code


@given(st.binary(max_size=60))
def test_what_is_no_ballot_is_said_so_and_nothing_worse(data):
    with pytest.raises(ballots.NotABallot):
        ballots.parse(data)


def test_a_ballot_that_is_too_long_is_not_even_read():
    with pytest.raises(ballots.NotABallot, match="longer"):
        ballots.parse(b"[" * 100_000)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 63))
def test_the_seal_binds_salt_ballot_and_signature(salt, at):
    text = make_ballot().text
    signature = SIGNER.sign(text)
    seal = ballots.digest(salt, text, signature)
    assert len(seal) == 64
    other = bytearray(salt)
    other[at // 2] ^= 1
    assert ballots.digest(bytes(other), text, signature) != seal
    assert ballots.digest(salt, make_ballot(nonce="02" * 32).text, signature) != seal
    forged = bytearray(signature.signature)
    forged[at] ^= 1
    changed = type(signature)(signature.kind, signature.key, bytes(forged))
    assert ballots.digest(salt, text, changed) != seal


def test_a_seal_without_its_whole_salt_is_none():
    with pytest.raises(ValueError, match="32 bytes"):
        ballots.digest(b"short", make_ballot().text, SIGNER.sign(b""))
