"""Words that a reader typed or selected, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.refusals import Refusal
from college.summaries.rules import selectors

TEXT = "Close it in winter.\nClose it  in summer, or keep it."


def _code(function, *arguments, **given):
    with pytest.raises(Refusal) as refused:
        function(*arguments, **given)
    return refused.value.code


def test_words_are_found_with_what_stands_around_them():
    found = selectors.find(TEXT, "in winter")
    assert (found.exact, found.start, found.end) == ("in winter", 9, 18)
    assert (found.prefix, found.suffix) == ("Close it ", ".\nClose it  in summer, or keep i")


def test_white_space_is_one_space_and_the_exact_words_are_the_texts():
    assert (
        selectors.find(TEXT, " winter. Close it in  summer").exact == "winter.\nClose it  in summer"
    )


def test_words_that_stand_twice_are_not_guessed():
    assert _code(selectors.find, TEXT, "Close it") == "summaries.selector.which"
    assert selectors.find(TEXT, "Close it", suffix=" in summer").start == 20
    assert selectors.find(TEXT, "Close it", near=18).start == 20
    assert selectors.find(TEXT, "Close it", within=(0, 19)).start == 0


@pytest.mark.parametrize("words", ["close it", "Close it in spring", "Close it … summer"])
def test_other_words_are_refused(words):
    assert _code(selectors.find, TEXT, words) == "summaries.selector.not-exact"


@pytest.mark.parametrize("words", ["", " \n", "\u202e"])
def test_no_words_are_refused(words):
    assert _code(selectors.find, TEXT, words) == "summaries.selector.empty"


def test_more_words_than_a_place_has_are_refused():
    long = "x" * (selectors.MOST_EXACT + 1)
    assert _code(selectors.find, long, long) == "summaries.selector.too-long"
    assert _code(selectors.select, long, 0, len(long)) == "summaries.selector.too-long"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 999)])
def test_places_outside_the_text_are_refused(start, end):
    assert _code(selectors.select, TEXT, start, end) == "summaries.selector.bounds"


def test_decomposed_words_are_found_in_a_composed_text():
    assert selectors.find("Ein Café im Süden", "Cafe\u0301").exact == "Café"


@pytest.mark.parametrize(
    ("text", "start", "end", "exact"),
    [
        ("x e\u0323\u0302y", 2, 3, "e\u0323\u0302"),
        ("go 👩‍🚀 go", 3, 4, "👩‍🚀"),
        ("go 🇨🇭 go", 4, 6, "🇨🇭"),
        ("שָׁלוֹם", 0, 1, "שָׁ"),
    ],
)
def test_no_character_is_cut_in_two(text, start, end, exact):
    assert selectors.select(text, start, end).exact == exact


@given(st.text(min_size=1), st.data())
def test_offset_of_a_browser_is_the_same_place(text, data):
    at = data.draw(st.integers(0, len(text)))
    units = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
    assert selectors.from_units(text, units) == at


@pytest.mark.parametrize(("text", "unit"), [("a👩b", 2), ("ab", 3), ("ab", -1)])
def test_offset_that_is_no_place_is_refused(text, unit):
    assert _code(selectors.from_units, text, unit) == "summaries.selector.bounds"
