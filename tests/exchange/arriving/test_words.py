"""Text that is kept holds no control characters and no mark that hides or turns what is read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.arriving.words import clean, web_address

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "mark", [*BIDI, "\x00", "\x1b", "\x7f", "\x9b", "\u200b", "\ufeff", "\ud800"]
)
def test_hidden_mark_is_taken_out_and_named(mark):
    assert clean(f"a{mark}b") == ("ab", f"U+{ord(mark):04X}")


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "\u0646\u0645\u06cc\u200c\u062e", "👩\u200d🔬", "a\xa0b"]
)
def test_marks_that_writing_needs_stay(text):
    assert clean(text) == (text, "")


def test_line_ends_become_one_kind():
    assert clean("a\r\nb\rc\u2028d")[0] == "a\nb\nc\nd"


@given(st.text())
def test_any_text_is_clean_after_cleaning(text):
    words, _ = clean(text)
    assert clean(words) == (words, "")
    assert words == unicodedata.normalize("NFC", words)
    assert all(c in "\t\n" or unicodedata.category(c) != "Cc" for c in words)
    words.encode()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("https://a.example/\u202e", ""),
        ("https://a b", ""),
    ],
)
def test_only_web_addresses_are_sources(written, address):
    assert web_address(written) == address
