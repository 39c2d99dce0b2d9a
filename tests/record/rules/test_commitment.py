"""Salted commitments."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules.commitment import commitment, text_bytes


def test_commitment_is_the_hash_of_salt_and_bytes() -> None:
    salt = bytes(range(32))
    assert commitment(salt, b"words") == hashlib.sha256(salt + b"words").hexdigest()


def test_commitment_refuses_a_short_salt() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(b"salt", b"words")


def test_text_bytes_unify_line_ends_and_composition() -> None:
    assert text_bytes("e\u0301\r\na\rb") == "é\na\nb".encode()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_bytes_once_is_enough(words: str) -> None:
    data = text_bytes(words)
    assert text_bytes(data.decode()) == data
    assert unicodedata.is_normalized("NFC", data.decode())
    assert b"\r" not in data
