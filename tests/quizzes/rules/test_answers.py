"""What a form sends becomes an answer of one writing, or is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.refusals import Refusal
from college.quizzes.rules.answers import (
    is_right,
    marked,
    published,
    read,
    read_certainty,
)
from college.quizzes.rules.content import Content, Estimate, Option
from college.quizzes.rules.life import ItemKind

FOUR = tuple(Option(words) for words in ("one", "two", "three", "four"))
WHO = Content(ItemKind.WHO, "Who?", FOUR, key=(2,))
GRANTED = Content(ItemKind.GRANTED, "What was granted?", FOUR, key=(3, 0))
MATCH = Content(ItemKind.MATCH, "Which?", FOUR, key=(1, 0, 2), prompts=("a", "b", "c"))
ESTIMATE = Content(ItemKind.ESTIMATE, "How many?", estimate=Estimate("18.5", "1.5", "%"))


def refused(content: Content, *chosen: str) -> str:
    with pytest.raises(Refusal) as refusal:
        read(content, chosen)
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "chosen", "kept", "right", "told"),
    [
        (WHO, ["2"], "2", True, "2"),
        (WHO, ["0"], "0", False, "0"),
        (GRANTED, ["3", "0"], "0,3", True, "0,3"),
        (GRANTED, ["0"], "0", False, "0"),
        (GRANTED, ["0", "1", "3"], "0,1,3", False, "0,1,3"),
        (MATCH, ["1", "0", "2"], "1-0-2", True, "1-0-2"),
        (MATCH, ["1", "", "2"], "1-?-2", False, "1-?-2"),
        (MATCH, ["1"], "1-?-?", False, "1-?-?"),
        (ESTIMATE, ["18.5"], "18.5", True, "="),
        (ESTIMATE, ["20"], "20", True, "="),
        (ESTIMATE, ["20.01"], "20.01", False, ">"),
        (ESTIMATE, ["17"], "17", True, "="),
        (ESTIMATE, ["-3"], "-3", False, "<"),
    ],
)
def test_an_answer_is_kept_in_one_writing(
    content: Content, chosen: list[str], kept: str, right: bool, told: str
) -> None:
    assert read(content, chosen) == kept
    assert is_right(content, kept) is right
    assert published(content, kept) == told


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("18,5", "18.5"),
        (" 18.50 % ", "18.5"),
        ("18,5%", "18.5"),
        ("1 000", "1000"),
        ("12 000 000", "12000000"),
        ("0,125", "0.125"),
        ("+007", "7"),
        ("−3", "-3"),
        ("-0.0", "0"),
        ("١٨", "18"),
        ("100", "100"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, kept: str) -> None:
    assert read(ESTIMATE, [typed]) == kept


@pytest.mark.parametrize("typed", ["1,000", "1.000,5", "1,000,000.5", "1.000.000"])
def test_what_may_be_a_thousand_or_one_is_asked_back(typed: str) -> None:
    assert refused(ESTIMATE, typed) == "quizzes.answer.thousands"


@pytest.mark.parametrize("typed", ["many", "1e9", "nan", "18..5", "1/2", "--3", "0x12"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert refused(ESTIMATE, typed) == "quizzes.answer.not-a-number"


def test_a_number_has_an_end() -> None:
    assert refused(ESTIMATE, "9" * 25) == "quizzes.answer.too-long"
    assert read(ESTIMATE, ["9" * 24]) == "9" * 24


@pytest.mark.parametrize("content", [WHO, GRANTED, MATCH])
@pytest.mark.parametrize("typed", ["4", "-1", "x", "²", "1.0", "1" * 400])
def test_an_option_that_there_is_not_is_refused(content: Content, typed: str) -> None:
    assert refused(content, typed) == "quizzes.answer.unknown-option"


def test_more_matches_than_claims_are_refused() -> None:
    assert refused(MATCH, "0", "1", "2", "0") == "quizzes.answer.unknown-option"


def test_one_answer_is_asked_for_where_one_is_right() -> None:
    assert refused(WHO, "1", "2") == "quizzes.answer.one-only"


@pytest.mark.parametrize("content", [WHO, GRANTED, MATCH, ESTIMATE])
def test_nothing_chosen_is_no_answer(content: Content) -> None:
    assert refused(content) == "quizzes.answer.nothing-chosen"
    assert refused(MATCH, "", "", "") == "quizzes.answer.nothing-chosen"


@pytest.mark.parametrize("content", [WHO, GRANTED, MATCH, ESTIMATE])
def test_not_knowing_is_not_right_and_is_told_as_such(content: Content) -> None:
    assert not is_right(content, "")
    assert published(content, "") == "?"
    assert marked(content, "") == []


def test_options_of_an_answer_are_found_again() -> None:
    assert marked(GRANTED, "0,3") == [0, 3]
    assert marked(MATCH, "1-?-2") == [1, None, 2]
    assert marked(ESTIMATE, "18") == []


def test_certainty_is_one_of_a_few_numbers_or_untold() -> None:
    assert read_certainty("") is None
    assert read_certainty("70") == 70
    with pytest.raises(Refusal):
        read_certainty("71")


@given(st.sampled_from([WHO, GRANTED, MATCH, ESTIMATE]), st.lists(st.text(max_size=30), max_size=5))
def test_whatever_is_sent_is_kept_short_or_refused(content: Content, chosen: list[str]) -> None:
    try:
        kept = read(content, chosen)
    except Refusal:
        return
    assert 0 < len(kept) <= 64
    assert published(content, kept)
    assert is_right(content, kept) in {True, False}
