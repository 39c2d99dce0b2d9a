"""Exact words and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import quoting
from college.debates.rules.links import Span
from college.ground.ids import ALPHABET
from college.ground.refusals import Refusal

TEXT = "Close it in winter.\n\nClose it  in summer, or keep it."
_texts = st.text(alphabet="ab c\n\tß語\U0001f6a2", min_size=1).filter(str.strip)


def _code(function, *arguments, **given):
    with pytest.raises(Refusal) as refused:
        function(*arguments, **given)
    return refused.value.code


def test_words_are_found_at_their_first_place():
    found = quoting.find(TEXT, "Close it")
    assert (found.start, found.end, found.prefix, found.suffix[:5]) == (0, 8, "", " in w")


def test_what_stands_around_the_words_tells_which_place_is_meant():
    assert quoting.find(TEXT, "Close it", suffix=" in summer").start == 21
    assert quoting.find(TEXT, "Close it", prefix="in winter.\n\n").start == 21


def test_white_space_is_one_space_and_the_exact_words_are_the_texts():
    assert (
        quoting.find(TEXT, "winter. Close it in summer").exact == "winter.\n\nClose it  in summer"
    )


@pytest.mark.parametrize("words", ["close it", "Close  it in spring", "Close it … summer"])
def test_other_words_are_refused(words):
    assert _code(quoting.find, TEXT, words) == "debates.quotation.not-exact"


@pytest.mark.parametrize("words", ["", " \n"])
def test_no_words_are_refused(words):
    assert _code(quoting.find, TEXT, words) == "debates.quotation.empty"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 999), (19, 21)])
def test_places_outside_the_words_are_refused(start, end):
    assert _code(quoting.select, TEXT, start, end) == "debates.quotation.bounds"


def test_span_is_of_no_more_words_than_are_quoted_at_once():
    text = "one two three four"
    assert quoting.quoted(text, Span("0123456789abc", 4, 13), most=2).exact == "two three"
    assert _code(quoting.quoted, text, Span("x", 4, 18), most=2) == "debates.quotation.too-long"
    assert _code(quoting.quoted, text, Span("x", 4, 99), most=2) == "debates.quotation.bounds"
    long = "x" * 25
    assert _code(quoting.quoted, long, Span("x", 0, 25), most=2) == "debates.quotation.too-long"
    assert quoting.quoted(long, Span("x", 0, 24), most=2).exact == "x" * 24


def test_surroundings_are_short():
    found = quoting.select("x" * 500, 200, 300)
    assert (len(found.prefix), len(found.suffix)) == (quoting.AROUND, quoting.AROUND)


@given(_texts, st.data())
def test_any_part_is_found_again_with_its_surroundings(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    chosen = quoting.select(text, start, end)
    found = quoting.find(text, chosen.exact, prefix=chosen.prefix, suffix=chosen.suffix)
    assert " ".join(found.exact.split()) == " ".join(chosen.exact.split())
    assert text[found.start : found.end] == found.exact


@given(st.text(ALPHABET, min_size=13, max_size=13), st.integers(0, 10**6), st.integers(0, 10**6))
def test_span_survives_an_address(source, start, end):
    span = Span(source, start, end)
    assert quoting.read(quoting.written(span)) == span


@pytest.mark.parametrize("text", ["", "x", "x,1", ",1,2", "x,-1,2", "x,1,2é", "x,1,99999999"])
def test_what_is_no_span_is_refused(text):
    assert _code(quoting.read, text) == "debates.quotation.not-found"


@given(_texts)
def test_whole_leaves_out_the_space_around(text):
    span = quoting.whole("x", text)
    assert text[span.start : span.end] == text.strip()
