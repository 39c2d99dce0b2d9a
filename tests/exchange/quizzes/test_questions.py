"""Items as questions, and questions as drafts of items."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from college.exchange.quizzes.collecting import why_not
from college.exchange.quizzes.questions import (
    FRACTIONS,
    Pair,
    Question,
    QuestionKind,
    cleaned,
    from_content,
    share,
    to_content,
)
from college.quizzes.rules.content import Content, Estimate
from college.quizzes.rules.life import ItemKind
from tests.exchange.quizzes.made import QUESTIONS
from tests.exchange.quizzes.sheets import ESTIMATE, MATCH, SEVERAL, TRUE_FALSE, WHO, contents

NAMES = {"aaaa": "Keep the ferry", "bbbb": "Build a bridge"}
LINK = "https://college.example/debates/ferry/summary/v/2/#s-1"


def question(content: Content) -> Question:
    return from_content(content, name="item1", viewpoint_names=NAMES, link=LINK)


def again(content: Content) -> Content:
    return to_content(question(content), viewpoint_names=NAMES)


@pytest.mark.parametrize("content", [WHO, TRUE_FALSE, SEVERAL])
def test_a_draft_made_of_an_item_is_the_item_but_for_its_sources(content: Content) -> None:
    explanation = f"{content.explanation}\n{LINK}".strip()
    assert again(content) == replace(content, sources=(), explanation=explanation)


def test_a_match_keeps_what_belongs_to_what() -> None:
    draft = again(MATCH)
    assert draft.prompts == MATCH.prompts
    assert [draft.options[at] for at in draft.key] == [MATCH.options[at] for at in MATCH.key]
    assert set(draft.options) == set(MATCH.options)


def test_an_estimate_says_its_unit_in_the_stem() -> None:
    draft = again(ESTIMATE)
    assert draft.stem == "How many people does it carry? (people a day)"
    assert draft.estimate == Estimate("900", "50")


@given(contents())
def test_every_item_is_a_question_that_can_be_a_draft(content: Content) -> None:
    made = question(content)
    assert why_not(made) is None
    assert to_content(made, viewpoint_names=NAMES).kind == content.kind


def test_whoever_ticks_everything_gains_nothing() -> None:
    fractions = [answer.fraction for answer in question(SEVERAL).answers]
    assert fractions == [50, -100, 50]
    assert sum(fractions) == 0


def test_shares_are_on_moodles_list() -> None:
    assert [share(parts) for parts in (1, 2, 3, 7)] == [
        100,
        50,
        Decimal("33.33333"),
        Decimal("14.28571"),
    ]
    assert all(share(parts) in FRACTIONS for parts in range(1, 41))


def test_without_a_tag_the_form_of_a_question_tells_what_it_asks() -> None:
    sides = {"x": "Opponents of the cap", "y": "Supporters of the cap", "z": "neither side"}
    who = to_content(replace(QUESTIONS[0], tags=()), viewpoint_names=sides)
    assert who.kind is ItemKind.WHO
    assert [option.viewpoint for option in who.options] == ["x", "y", "z"]
    other = to_content(replace(QUESTIONS[3], tags=("kind:match",)), viewpoint_names=sides)
    assert (other.kind, other.key) == (ItemKind.EVIDENCE, (0, 1))


def test_a_viewpoint_that_the_debate_does_not_have_is_none() -> None:
    assert to_content(QUESTIONS[0], viewpoint_names=NAMES).viewpoint == ""


def test_a_distractor_of_a_match_is_an_option_of_none() -> None:
    pairs = (Pair("p", "a"), Pair("q", "a"), Pair("", "b"))
    made = Question(QuestionKind.MATCHING, "Match", pairs=pairs)
    draft = to_content(made, viewpoint_names={})
    assert (draft.key, [one.words for one in draft.options]) == ((0, 0), ["a", "b"])


def test_cleaned_words_hold_nothing_that_is_not_seen() -> None:
    assert cleaned(" a\r\nb\x00\ud800\u2028c\x85 ") == "a\nb\nc"
