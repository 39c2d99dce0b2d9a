"""What cannot go to panels is refused with what to mend; what is easy to guess is only said."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.ground.refusals import Refusal
from college.quizzes.rules.checks import (
    ItemWarning,
    check,
    lacks,
    longest_in_most,
    on_version,
    warnings,
)
from college.quizzes.rules.content import Content, Estimate, Option, Source
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.shapes import bounded, tidied
from college.summaries.rules.sections import SectionKind
from tests.quizzes.rules.versioned import LENGTHS, ONE, OTHER, rest, sentence

FERRY = sentence(0, "The ferry runs in any weather.", viewpoint=ONE)
BRIDGE = sentence(1, "A bridge costs 1,250 crowns a day.", viewpoint=OTHER)
BOTH = sentence(2, "Winters are long.", viewpoint=ONE)
BOTH_TOO = sentence(3, "winters are  long", viewpoint=OTHER)
GRANTED = sentence(
    4,
    "Storms are rare.",
    section=SectionKind.GRANTED,
    rests_on=[rest(1, Kind.CONCESSION, OTHER)],
)
CLOSED = sentence(5, viewpoint=ONE)
ROWS = {
    one.statement: one
    for one in (FERRY, BRIDGE, BOTH, BOTH_TOO, GRANTED, replace(CLOSED, words=""))
}
NAMES = (Option("Keep the ferry", ONE), Option("Build a bridge", OTHER))
WHY = "It stands in the section of what this viewpoint holds."

WHO = Content(
    ItemKind.WHO,
    "Who argues that it runs in any weather?",
    options=NAMES,
    key=(0,),
    viewpoint=ONE,
    explanation=WHY,
    sources=(FERRY.source(),),
)
MATCH = Content(
    ItemKind.MATCH,
    "Who argues what?",
    options=NAMES,
    key=(1, 0),
    prompts=("A bridge costs something", "The ferry runs"),
    explanation=WHY,
    sources=(FERRY.source(), BRIDGE.source()),
)
EVIDENCE = Content(
    ItemKind.EVIDENCE,
    "Which sources were offered for it?",
    options=(Option("Tide tables"), Option("A survey of 2019"), Option("Accounts of the port")),
    key=(0, 2),
    viewpoint=ONE,
    explanation=WHY,
    sources=(FERRY.source(),),
)
WHO_GRANTED = Content(
    ItemKind.GRANTED,
    "Who grants that storms are rare?",
    options=(*NAMES, Option("None of them")),
    key=(1,),
    viewpoint=OTHER,
    explanation=WHY,
    sources=(GRANTED.source(),),
)
ESTIMATE = Content(
    ItemKind.ESTIMATE,
    "What does it cost a day?",
    estimate=Estimate("1250", "125", "crowns"),
    viewpoint=OTHER,
    explanation=WHY,
    sources=(BRIDGE.source(),),
)
TRUE_FALSE = Content(
    ItemKind.TRUE_FALSE,
    "The ferry runs, they say.",
    options=(Option("True"), Option("False")),
    key=(0,),
    viewpoint=ONE,
    explanation=WHY,
    sources=(FERRY.source(),),
)
GOOD = (WHO, MATCH, EVIDENCE, WHO_GRANTED, ESTIMATE, TRUE_FALSE)


def checked(content: Content, beside=()):
    return check(content, lengths=LENGTHS, viewpoints=[ONE, OTHER], statements=ROWS, beside=beside)


@pytest.mark.parametrize("content", GOOD, ids=lambda content: content.kind)
def test_what_is_well_made_passes_without_a_word(content):
    assert checked(content) == []


def of(statement, **more):
    return (Source(statement.statement, statement.text, statement.words, **more),)


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("no-stem", replace(WHO, stem="")),
        ("stem-too-long", replace(WHO, stem="x" * 401)),
        ("option-empty", replace(EVIDENCE, options=(*EVIDENCE.options, Option("")))),
        ("option-empty", replace(MATCH, prompts=("", "x"))),
        ("option-too-long", replace(EVIDENCE, options=(*EVIDENCE.options, Option("x" * 201)))),
        ("option-too-long", replace(MATCH, prompts=("x" * 401, "x"))),
        ("no-explanation", replace(WHO, explanation="")),
        ("explanation-too-long", replace(WHO, explanation="x " * 81)),
        ("options-too-few", replace(EVIDENCE, options=EVIDENCE.options[:1], key=(0,))),
        ("parts-too-many", replace(EVIDENCE, options=tuple(Option(str(n)) for n in range(9)))),
        ("parts-too-many", replace(MATCH, prompts=tuple("abcdefg"), key=(0,) * 7)),
        ("parts-too-many", replace(WHO, sources=WHO.sources * 5)),
        ("text-too-long", replace(WHO, stem="x" * 2_001)),
        ("same-twice", replace(EVIDENCE, options=(*EVIDENCE.options, Option("tide  TABLES.")))),
        ("same-twice", replace(MATCH, prompts=("The ferry", "the FERRY"))),
        ("no-key", replace(WHO, key=())),
        ("key-out-of-range", replace(WHO, key=(2,))),
        ("key-out-of-range", replace(WHO, key=(-1,))),
        ("key-out-of-range", replace(EVIDENCE, key=(2, 0))),
        ("key-out-of-range", replace(EVIDENCE, key=(0, 0))),
        ("key-out-of-range", replace(MATCH, key=(1, 2))),
        ("key-incomplete", replace(MATCH, key=(1,))),
        ("prompts-too-few", replace(MATCH, prompts=("The ferry runs",), key=(0,))),
        ("prompts-elsewhere", replace(WHO, prompts=("The ferry runs",))),
        ("match-of-one", replace(MATCH, viewpoint=ONE)),
        ("all-right", replace(EVIDENCE, key=(0, 1, 2))),
        ("two-right", replace(WHO, key=(0, 1))),
        ("two-right", replace(TRUE_FALSE, key=(0, 1))),
        ("two-right", replace(WHO, sources=of(BOTH))),
        ("two-right", replace(MATCH, prompts=("Winters are long", "The ferry runs"))),
        ("two-right", replace(WHO_GRANTED, key=(2,), viewpoint="")),
        ("key-elsewhere", replace(WHO_GRANTED, key=(0,), viewpoint=ONE)),
        ("key-elsewhere", replace(WHO, sources=of(BRIDGE))),
        ("key-elsewhere", replace(WHO_GRANTED, key=(0, 1), viewpoint="")),
        ("key-elsewhere", replace(MATCH, prompts=(FERRY.words, "The ferry runs"))),
        ("key-names-none", replace(WHO, viewpoint="")),
        ("key-names-none", replace(WHO, viewpoint=OTHER)),
        ("key-names-none", replace(WHO, options=(Option("Neither"), *NAMES))),
        ("key-names-none", replace(WHO_GRANTED, viewpoint=ONE)),
        ("viewpoint-unknown", replace(EVIDENCE, viewpoint="vp-gone")),
        ("viewpoint-unknown", replace(WHO, options=(*NAMES, Option("Who?", "vp-gone")))),
        ("viewpoint-twice", replace(WHO, options=(*NAMES, Option("Ferries", ONE)))),
        ("not-true-false", replace(TRUE_FALSE, options=(*TRUE_FALSE.options, Option("Perhaps")))),
        ("not-true-false", replace(TRUE_FALSE, options=NAMES)),
        ("estimate-with-options", replace(ESTIMATE, options=NAMES)),
        ("no-number", replace(ESTIMATE, estimate=None)),
        ("no-number", replace(ESTIMATE, estimate=Estimate("1e9", "1"))),
        ("no-number", replace(ESTIMATE, estimate=Estimate("1,5", "1"))),
        ("no-number", replace(ESTIMATE, estimate=Estimate("٣", "1"))),
        ("no-number", replace(ESTIMATE, estimate=Estimate("5", ""))),
        ("tolerance-negative", replace(ESTIMATE, estimate=Estimate("5", "-1"))),
        ("unit-too-long", replace(ESTIMATE, estimate=Estimate("5", "1", "x" * 41))),
        ("number-elsewhere", replace(WHO, estimate=Estimate("5", "1"))),
        ("no-source", replace(WHO, sources=())),
        ("source-twice", replace(WHO, sources=WHO.sources * 2)),
        ("source-gone", replace(TRUE_FALSE, sources=(Source("s9", "text-9", "It is gone."),))),
        ("source-gone", replace(TRUE_FALSE, sources=of(CLOSED))),
        ("source-reworded", replace(WHO, sources=(Source("s0", "text-7", FERRY.words),))),
        ("source-not-exact", replace(WHO, sources=(Source("s0", "text-0", "the ferry runs"),))),
        ("source-not-exact", replace(WHO, sources=(Source("s0", "text-0", ""),))),
        ("source-not-exact", replace(WHO, sources=of(FERRY, prefix="So: "))),
    ],
)
def test_what_cannot_be_is_refused(code, content):
    with pytest.raises(Refusal) as refusal:
        checked(content)
    assert refusal.value.code == f"quizzes.item.{code}"


def test_several_right_answers_are_for_kinds_that_say_so():
    assert checked(replace(EVIDENCE, key=(0, 1))) == []
    granted_by_both = [rest(n, Kind.CONCESSION, side) for n, side in enumerate((ONE, OTHER))]
    rows = {"s4": replace(GRANTED, rests_on=tuple(granted_by_both))}
    both = replace(WHO_GRANTED, key=(0, 1), viewpoint="")
    assert check(both, lengths=LENGTHS, viewpoints=[ONE, OTHER], statements=rows) == []


def test_words_within_a_sentence_are_found_with_what_stands_around_them():
    part = Source("s0", "text-0", "runs", prefix="The ferry ", suffix=" in any")
    assert checked(replace(WHO, sources=(part,))) == []


LONG = replace(EVIDENCE, key=(2,))


def test_a_key_that_is_the_longest_answer_in_most_items_is_told():
    assert checked(LONG, beside=[LONG] * 3) == [ItemWarning.LONGEST_KEY]
    assert checked(LONG, beside=[LONG] * 2) == []
    assert checked(LONG, beside=[LONG] * 3 + [WHO, MATCH, ESTIMATE, TRUE_FALSE]) == []
    assert checked(LONG, beside=[LONG] * 4 + [WHO, MATCH, ESTIMATE, TRUE_FALSE]) != []


@given(st.integers(0, 12), st.integers(0, 12))
def test_more_than_half_and_four_at_least(longest, others):
    told = longest_in_most([LONG] * longest + [TRUE_FALSE] * others)
    assert told == (longest >= 4 and longest > others)


def test_an_answer_that_stands_in_the_question_is_told():
    given_away = replace(EVIDENCE, stem="What do tide tables show?")
    assert warnings(given_away) == [ItemWarning.ANSWER_IN_STEM]
    fair = replace(EVIDENCE, stem="Tide tables or a survey of 2019?")
    assert warnings(fair) == []


def test_a_number_that_is_not_quoted_is_told():
    other = replace(ESTIMATE, estimate=Estimate("1500", "10"))
    assert checked(other) == [ItemWarning.NUMBER_NOT_QUOTED]


_TEXTS = st.text(max_size=30)


@given(
    st.builds(
        Content,
        st.sampled_from(ItemKind),
        _TEXTS,
        options=st.lists(st.builds(Option, _TEXTS, _TEXTS), max_size=10).map(tuple),
        key=st.lists(st.integers(-2, 10), max_size=10).map(tuple),
        prompts=st.lists(_TEXTS, max_size=8).map(tuple),
        estimate=st.none() | st.builds(Estimate, _TEXTS, _TEXTS, _TEXTS),
        viewpoint=st.sampled_from(["", ONE, "?"]),
        explanation=_TEXTS,
        sources=st.lists(st.builds(Source, st.sampled_from(list(ROWS)), _TEXTS, _TEXTS)).map(tuple),
    )
)
def test_whatever_comes_from_outside_is_kept_tidy_or_refused(content):
    kept = tidied(content)
    assert tidied(kept) == kept
    with suppress(Refusal):
        bounded(kept)
        checked(kept)


def test_of_an_item_on_a_newer_version_the_sources_that_stand_are_kept():
    gone = Source("s9", "text-9", "It is gone.")
    reworded = Source("s1", "text-7", BRIDGE.words)
    content = replace(WHO, sources=(gone, reworded, FERRY.source()))
    assert on_version(content, ROWS).sources == (FERRY.source(),)


def test_lacks_of_every_sort_are_told_at_once():
    bare = replace(WHO, stem="", key=(), sources=())
    found = lacks(bare, lengths=LENGTHS, viewpoints={ONE, OTHER}, statements=ROWS)
    assert [lack.code for lack in found] == [
        "quizzes.item.no-stem",
        "quizzes.item.no-key",
        "quizzes.item.no-source",
    ]


def test_of_a_key_nothing_is_said_before_there_is_what_it_speaks_of():
    bare = replace(MATCH, prompts=(), key=())
    found = lacks(bare, lengths=LENGTHS, viewpoints={ONE, OTHER}, statements=ROWS)
    assert [lack.code for lack in found] == ["quizzes.item.prompts-too-few"]
