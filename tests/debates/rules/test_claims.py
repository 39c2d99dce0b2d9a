"""Addresses that are recognised and not kept; codes that follow from a secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import claims
from college.ground.ids import ALPHABET
from college.ground.refusals import Refusal

SECRET = "not so secret"
_ids = st.text(ALPHABET, min_size=13, max_size=13)


def test_address_is_recognised_whatever_its_capitals():
    digest = claims.address_digest(SECRET, "Heron@Quay.example ")
    assert claims.is_address_of(digest, SECRET, "heron@quay.example")
    assert not claims.is_address_of(digest, SECRET, "tern@quay.example")
    assert "heron" not in digest


def test_another_secret_recognises_nobody():
    digest = claims.address_digest("another", "heron@quay.example")
    assert not claims.is_address_of(digest, SECRET, "heron@quay.example")


@pytest.mark.parametrize("address", ["", " ", "no address"])
def test_no_address_has_no_digest_and_is_nobodys(address):
    assert claims.address_digest(SECRET, address) == ""
    assert not claims.is_address_of("", SECRET, address)


@given(_ids, _ids)
def test_code_belongs_to_one_claim(one, other):
    code = claims.code(SECRET, one)
    assert len(code) == 10
    assert set(code) <= set(ALPHABET)
    assert claims.is_code(f" {code.upper()} ", SECRET, one)
    assert claims.is_code(code, SECRET, other) == (one == other)


@given(st.text())
def test_any_text_is_a_code_or_not(text):
    assert not claims.is_code(f"x{text}", SECRET, "0" * 13) or len(text.split()) == 1


@pytest.mark.parametrize("address", ["a@b.example", "a.b+c@d-e.example"])
def test_whole_addresses_are_kept(address):
    assert claims.mail_address(f" {address}\n") == address


@pytest.mark.parametrize(
    "address", ["", "a", "a@b", "a b@c.example", "a@b.example\nBcc: c@d.example", "<a@b.example>"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Refusal) as refused:
        claims.mail_address(address)
    assert refused.value.code == "debates.remark.address"


def test_leftovers_lose_what_repeats_a_withdrawn_remark():
    rows = [
        {"line": 1, "words": "Heron · 1 March · Keep the ferry", "reason": "repeated"},
        {"line": 2, "words": "U+202E: Keep the ferry. Always.", "reason": "hidden-marks"},
        {"line": 3, "words": "Subscribe", "reason": "page-label"},
    ]
    left = claims.without(rows, "Heron", "Keep the ferry. Always.")
    assert [row["line"] for row in left] == [3]


def test_leftovers_stay_whole_for_a_remark_without_name_and_words():
    rows = [{"line": 3, "words": "Subscribe", "reason": "page-label"}]
    assert claims.without(rows, "", "") == rows
