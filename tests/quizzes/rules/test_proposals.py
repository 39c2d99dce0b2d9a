"""Drafts come from the version's own structure: always the same, each fit for panels, none for one side."""

import pytest
from hypothesis import given

from college.debates.rules.kinds import Kind
from college.quizzes.rules import sentences
from college.quizzes.rules.checks import check
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.proposals import Proposal, propose
from college.quizzes.rules.proposing import Side
from college.quizzes.rules.sentences import Sentence, folded
from college.summaries.rules.sections import SectionKind
from tests.quizzes.rules.versioned import (
    LENGTHS,
    ONE,
    OTHER,
    PHRASES,
    SIDES,
    THIRD,
    mirrored,
    rest,
    sentence,
    versions,
)


def proposed(rows: list[Sentence], sides=SIDES, **more) -> list[Proposal]:
    return propose(rows, sides, PHRASES, lengths=LENGTHS, **more)


def of_kind(kind: ItemKind, rows: list[Sentence], sides=SIDES):
    return [one.content for one in proposed(rows, sides) if one.content.kind is kind]


@given(versions())
def test_whatever_the_version_every_draft_passes_its_checks_and_quotes_a_sentence(rows):
    statements = {one.statement: one for one in rows}
    found = proposed(rows)
    assert proposed(rows) == found
    assert len({one.key for one in found}) == len(found)
    for one in found:
        check(one.content, lengths=LENGTHS, viewpoints=[ONE, OTHER], statements=statements)
        assert one.content.explanation
        assert all(s.exact == statements[s.statement].words for s in one.content.sources)


@given(versions())
def test_exchange_the_sides_and_the_drafts_are_exchanged(rows):
    among = {ONE: OTHER, OTHER: ONE}
    there = proposed([mirrored(one, among) for one in rows], (Side(OTHER, "X"), Side(ONE, "Y")))
    here = proposed(rows, (Side(ONE, "X"), Side(OTHER, "Y")))
    assert [one.key for one in here] == [one.key for one in there]
    for one, other in zip(here, there, strict=True):
        assert among.get(one.content.viewpoint, "") == other.content.viewpoint
        assert one.content.key == other.content.key
        assert [o.words for o in one.content.options] == [o.words for o in other.content.options]


def test_who_argued_it_names_every_viewpoint():
    (first, second) = of_kind(
        ItemKind.WHO, [sentence(0, viewpoint=ONE), sentence(1, viewpoint=OTHER)]
    )
    assert [option.viewpoint for option in first.options] == [ONE, OTHER]
    assert (first.key, first.viewpoint) == ((0,), ONE)
    assert (second.key, second.viewpoint) == ((1,), OTHER)
    assert first.explanation == "It stands in what Keep the ferry holds."


def test_what_two_viewpoints_hold_alike_is_asked_of_neither():
    rows = [
        sentence(0, "The ferry runs.", viewpoint=ONE),
        sentence(1, "the  ferry runs", viewpoint=OTHER),
    ]
    assert not proposed(rows)


def test_viewpoints_take_turns():
    rows = [sentence(n, viewpoint=ONE) for n in range(3)]
    rows += [sentence(n, viewpoint=OTHER) for n in range(3, 6)]
    asked = [content.viewpoint for content in of_kind(ItemKind.WHO, rows)]
    assert asked == [ONE, OTHER] * 3


def test_a_match_has_one_claim_of_each_viewpoint():
    rows = [sentence(0, viewpoint=ONE), sentence(1, viewpoint=OTHER), sentence(2, viewpoint=ONE)]
    (content,) = of_kind(ItemKind.MATCH, rows)
    assert set(content.prompts) == {rows[0].words, rows[1].words}
    matched = dict(zip(content.prompts, content.key, strict=True))
    assert content.options[matched[rows[1].words]].viewpoint == OTHER


def test_with_many_viewpoints_no_item_holds_more_than_it_may():
    sides = [Side(f"v{n}", f"Viewpoint {chr(65 + n)}") for n in range(12)]
    rows = [sentence(n, viewpoint=side.viewpoint) for n, side in enumerate(sides)]
    asked = of_kind(ItemKind.WHO, rows, sides)
    assert [content.viewpoint for content in asked] == [side.viewpoint for side in sides]
    assert all(content.options[content.key[0]].viewpoint == content.viewpoint for content in asked)
    assert of_kind(ItemKind.MATCH, rows, sides)


def test_wrong_sources_are_those_that_other_sides_offered():
    rows = [
        sentence(0, viewpoint=ONE, rests_on=[rest(1, Kind.EVIDENCE, ONE)]),
        sentence(1, viewpoint=ONE, rests_on=[rest(2, Kind.EVIDENCE, ONE)]),
        sentence(2, viewpoint=OTHER, rests_on=[rest(3, Kind.EVIDENCE, OTHER)]),
    ]
    first = of_kind(ItemKind.EVIDENCE, rows)[0]
    words = [option.words for option in first.options]
    assert words == [rest(1, Kind.EVIDENCE).words, rest(3, Kind.EVIDENCE).words]
    assert (first.key, first.viewpoint) == ((0,), ONE)


def test_who_granted_it_is_read_from_the_concessions():
    granting = sentence(
        0,
        "Winter storms are rare.",
        section=SectionKind.GRANTED,
        rests_on=[rest(1, Kind.CONCESSION, OTHER)],
    )
    (content,) = of_kind(ItemKind.GRANTED, [granting])
    assert [option.words for option in content.options] == [
        "Keep the ferry",
        "Build a bridge",
        "None of them",
    ]
    assert (content.key, content.viewpoint) == ((1,), OTHER)


def test_what_stands_unanswered_is_told_from_what_was_answered():
    rows = [
        sentence(
            0,
            "Who pays is open.",
            section=SectionKind.OPEN,
            rests_on=[rest(1, Kind.CHALLENGE, ONE, about=frozenset({OTHER}))],
        ),
        sentence(1, rests_on=[rest(2, Kind.CHALLENGE, OTHER, answered=True)]),
    ]
    (content,) = of_kind(ItemKind.UNANSWERED, rows)
    right = {content.options[n].words for n in content.key}
    assert right == {"Who pays is open."}
    assert content.viewpoint == OTHER


def test_true_and_false_take_turns():
    rows = [sentence(n, viewpoint=side) for n, side in enumerate([ONE, OTHER, ONE, OTHER])]
    first, second, third, fourth = of_kind(ItemKind.TRUE_FALSE, rows)
    assert [c.key for c in (first, second, third, fourth)] == [(0,), (0,), (1,), (1,)]
    assert third.stem.startswith("Build a bridge holds")
    assert third.viewpoint == ONE


def test_a_number_leaves_a_gap():
    (content,) = of_kind(ItemKind.ESTIMATE, [sentence(0, "It costs 1,250 crowns a day.")])
    assert content.stem == "Which number stands here? It costs […] crowns a day."
    assert (content.estimate.value, content.estimate.tolerance) == ("1250", "125")


def test_what_is_asked_already_is_not_proposed_again():
    rows = [sentence(0, viewpoint=ONE), sentence(1, viewpoint=OTHER)]
    used = {(ItemKind.WHO, "s0")}
    asked = [one.key for one in proposed(rows, used=used)]
    assert "who.s0" not in asked
    assert "who.s1" in asked


@pytest.mark.parametrize("sides", [(), SIDES[:1], (SIDES[0], Side(OTHER, ""))])
def test_where_there_is_nothing_to_tell_apart_nothing_is_proposed(sides):
    assert not proposed([sentence(0, viewpoint=ONE)], sides)


def test_names_of_sides_stand_in_their_order_whoever_is_right():
    sides = (*SIDES, Side(THIRD, "Neither of these"))
    rows = [sentence(n, viewpoint=side.viewpoint) for n, side in enumerate(sides)]
    for content in of_kind(ItemKind.WHO, rows, sides):
        assert [option.viewpoint for option in content.options] == [ONE, OTHER, THIRD]
        assert folded(content.options[content.key[0]].words)


def test_sections_and_kinds_have_the_names_that_other_rooms_gave_them():
    assert (sentences.HOLDS, sentences.GRANTED, sentences.OPEN) == (
        SectionKind.HOLDS,
        SectionKind.GRANTED,
        SectionKind.OPEN,
    )
    assert (sentences.EVIDENCE, sentences.CHALLENGE, sentences.CONCESSION) == (
        Kind.EVIDENCE,
        Kind.CHALLENGE,
        Kind.CONCESSION,
    )
