"""Coverage is counted by rule: the worked test, each clause by itself, and what holds whatever is said."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.summaries.rules.coverage import (
    Coverage,
    Covered,
    Facts,
    Omission,
    Omitted,
    Said,
    Sentence,
    coverage,
)
from college.summaries.rules.parity import derived
from college.summaries.rules.sections import Section, SectionKind
from tests.summaries.rules.debated import ONE, OTHER, facts, swapped

VECTORS = Path(__file__).resolve().parents[3] / "spec" / "vectors" / "coverage.json"
_GRANTED = Section(SectionKind.GRANTED)


def said(key: str, kind: Kind = Kind.CLAIM, viewpoint: str = ONE, **more: object) -> Said:
    return Said(key, kind, viewpoint, **more)  # type: ignore[arg-type]


def sentence(
    *links: str, words: int = 10, section: Section = _GRANTED, key: str = "s1"
) -> Sentence:
    return Sentence(key, section, words, links)


def count(*what: Said, sentences: tuple[Sentence, ...] = (), reasoned: str = "") -> Coverage:
    reasons = frozenset({reasoned} - {""})
    return coverage(Facts("summary", 1, (ONE, OTHER), what, sentences, reasons))


def of(found: Coverage, viewpoint: str = ONE) -> Covered:
    return next(one for one in found.viewpoints if one.viewpoint == viewpoint)


def worked() -> Facts:
    """Eight points with six linked, five with five; 420 words and 380."""
    mine = [said(f"a{n}") for n in range(8)]
    theirs = [said(f"b{n}", viewpoint=OTHER) for n in range(5)]
    sentences = (
        sentence(*(f"a{n}" for n in range(6)), words=420),
        sentence(*(f"b{n}" for n in range(5)), words=380, key="s2"),
    )
    return Facts("summary", 3, (ONE, OTHER), (*mine, *theirs), sentences, frozenset({"a7"}))


def test_the_worked_example_of_the_reference():
    found = coverage(worked())
    assert [(one.represented, one.eligible) for one in found.viewpoints] == [(6, 8), (5, 5)]
    figures = derived(found)
    assert figures.parity == Fraction(3, 4)
    assert figures.parity_alarm
    assert figures.shares == (Fraction(525, 1000), Fraction(475, 1000))
    assert figures.imbalance == Fraction(25, 1000)
    assert not figures.space_alarm
    assert round(figures.evenness, 3) == 0.998
    assert figures.grounded == 1
    assert [one.reason for one in found.omissions] == [Omitted.UNREASONED, Omitted.EDITORS]


@pytest.mark.parametrize(
    "case", json.loads(VECTORS.read_text("utf-8"))["cases"], ids=lambda c: c["name"]
)
def test_the_vectors(case):
    given_facts = case["facts"]
    told = Facts(
        given_facts["summary"],
        given_facts["number"],
        tuple(given_facts["viewpoints"]),
        tuple(
            Said(**{**one, "kind": Kind(one["kind"]), "premises": tuple(one["premises"])})
            for one in given_facts["said"]
        ),
        tuple(
            Sentence(
                one["id"],
                Section(SectionKind(one["section"]), one["viewpoint"]),
                one["words"],
                tuple(one["links"]),
            )
            for one in given_facts["statements"]
        ),
        frozenset(given_facts["reasoned"]),
    )
    found = coverage(told)
    assert json.loads(json.dumps(found.document())) == case["coverage"]
    figures = derived(found)
    assert figures.parity_alarm == case["alarms"]["parity"]
    assert figures.space_alarm == case["alarms"]["space"]


def test_what_does_not_stand_is_no_point():
    found = count(said("c1"), said("c2", stands=False))
    assert of(found).eligible == 1


def test_the_undecided_and_other_kinds_make_no_points():
    found = count(said("c1", viewpoint=""), said("c2", Kind.DEFINITION), said("c3", Kind.ANSWER))
    assert of(found).eligible == 0
    assert found.omissions == ()


def test_a_premise_is_represented_with_its_argument():
    argument = said("c2", Kind.ARGUMENT, premises=("c1",))
    found = count(said("c1"), argument, said("c3"), sentences=(sentence("c2"),))
    assert of(found).represented == 2
    assert [one.contribution for one in found.omissions] == ["c3"]


def test_a_premise_of_an_argument_that_is_gone_is_not():
    gone = said("c2", Kind.ARGUMENT, premises=("c1",), stands=False)
    found = count(said("c1"), gone, sentences=(sentence("c2"),))
    assert of(found).represented == 0
    assert found.grounded == 0


def test_repeats_count_once_and_are_represented_together():
    what = (said("c1"), said("c2", repeats="c1"), said("c3", repeats="c2"))
    found = count(*what, sentences=(sentence("c3"),))
    assert (of(found).eligible, of(found).represented) == (1, 1)
    assert found.omissions == (Omission("c2", Omitted.REPEATS, "c1"),)


def test_the_kept_one_is_represented_by_an_earlier_that_repeats_it():
    what = (said("c1", repeats="c2"), said("c2"))
    found = count(*what, sentences=(sentence("c1"),))
    assert (of(found).eligible, of(found).represented) == (1, 1)
    assert found.omissions == ()


def test_what_repeats_the_other_side_counts_for_its_own():
    what = (said("c1", viewpoint=OTHER), said("c2", repeats="c1"), said("c3", repeats="c1"))
    found = count(*what, sentences=(sentence("c1"),))
    assert (of(found).eligible, of(found).represented) == (1, 1)
    assert of(found, OTHER).eligible == 1
    assert found.omissions == (Omission("c3", Omitted.REPEATS, "c1"),)


def test_what_repeats_something_gone_stands_for_itself():
    found = count(said("c1", stands=False), said("c2", repeats="c1"))
    assert of(found).eligible == 1
    assert found.omissions == (Omission("c2", Omitted.UNREASONED),)


def test_repeats_in_a_circle_count_once():
    what = (said("c0", repeats="c2"), said("c1", repeats="c2"), said("c2", repeats="c1"))
    found = count(*what)
    assert of(found).eligible == 1
    assert [(one.contribution, one.repeats) for one in found.omissions] == [
        ("c0", "c1"),
        ("c1", ""),
        ("c2", "c1"),
    ]


def test_main_points_are_claims_that_are_no_premise_on_their_own_side():
    mine = (said("c1"), said("c2"), said("c3", Kind.ARGUMENT, premises=("c2",)))
    theirs = said("c4", Kind.ARGUMENT, viewpoint=OTHER, premises=("c1",))
    found = count(*mine, theirs, sentences=(sentence("c1"),))
    assert (of(found).main, of(found).main_represented) == (1, 1)
    assert (of(found).eligible, of(found).represented) == (3, 1)
    assert of(found, OTHER).main == 0


def test_words_go_to_the_section_s_viewpoint_or_are_shared():
    what = (said("c1"), said("c2", viewpoint=OTHER), said("c3", viewpoint=""))
    sentences = (
        sentence("c2", words=7, section=Section(SectionKind.HOLDS, ONE)),
        sentence("c1", "c2", "c3", words=9, key="s2"),
        sentence("c3", words=100, key="s3"),
    )
    found = count(*what, sentences=sentences)
    assert of(found).space == Fraction(23, 2)
    assert of(found, OTHER).space == Fraction(9, 2)


def test_open_challenges_are_included_by_what_joined_them_too():
    what = (
        said("c1", Kind.CHALLENGE, asks=True),
        said("c2", Kind.CHALLENGE, joined="c1"),
        said("c3", Kind.CHALLENGE, asks=True),
        said("c4", Kind.CHALLENGE),
    )
    found = count(*what, sentences=(sentence("c2", "c4"),))
    assert (found.challenges, found.included) == (2, 1)


def test_nothing_said_is_no_alarm_and_no_division_by_nothing():
    found = count()
    figures = derived(found)
    assert (figures.grounded, figures.parity, figures.shares, figures.evenness) == (None,) * 4
    assert not figures.parity_alarm
    assert not figures.space_alarm


def test_a_viewpoint_without_points_counts_in_no_parity():
    found = count(said("c1"), sentences=(sentence("c1"),))
    assert derived(found).parity == 1
    assert of(found, OTHER).share is None


@given(facts())
def test_swapping_the_sides_mirrors_everything(given_facts):
    """Law 3: no side has a rule of its own."""
    here, there = coverage(given_facts), coverage(swapped(given_facts))
    mirror = {ONE: OTHER, OTHER: ONE}
    turned = tuple(replace(one, viewpoint=mirror[one.viewpoint]) for one in here.viewpoints)
    assert sorted(turned, key=repr) == sorted(there.viewpoints, key=repr)
    assert replace(here, viewpoints=()) == replace(there, viewpoints=())
    mine, theirs = derived(here), derived(there)
    assert (mine.parity, mine.imbalance) == (theirs.parity, theirs.imbalance)


@given(facts())
def test_figures_are_within_their_bounds(given_facts):
    found = coverage(given_facts)
    for one in found.viewpoints:
        assert 0 <= one.main_represented <= one.represented <= one.eligible
        assert one.main_represented <= one.main <= one.eligible
    assert found.grounded <= found.statements
    assert found.included <= found.challenges
    words = sum(one.words for one in given_facts.sentences)
    assert sum(one.space for one in found.viewpoints) <= words
    figures = derived(found)
    assert figures.parity is None or 0 <= figures.parity <= 1
    assert figures.evenness is None or -1e-9 <= figures.evenness <= 1 + 1e-9


@given(facts())
def test_every_point_is_counted_or_listed(given_facts):
    """Nothing that stands disappears: what is not represented is an omission, with a reason of the list."""
    found = coverage(given_facts)
    missing = sum(one.eligible - one.represented for one in found.viewpoints)
    unrepresented = [one.contribution for one in found.omissions]
    assert unrepresented == sorted(set(unrepresented))
    assert len(unrepresented) >= missing
    linked = {key for one in given_facts.sentences for key in one.links}
    assert not linked.intersection(unrepresented)


@given(facts(), st.randoms())
def test_one_more_link_covers_no_less(given_facts, random):
    """Monotone: who links more never loses coverage."""
    if not given_facts.said:
        return
    key = random.choice(given_facts.said).id
    more = Sentence("more", _GRANTED, 0, (key,))
    here = coverage(given_facts)
    there = coverage(replace(given_facts, sentences=(*given_facts.sentences, more)))
    for one, other in zip(here.viewpoints, there.viewpoints, strict=True):
        assert (one.eligible, one.main) == (other.eligible, other.main)
        assert one.represented <= other.represented
        assert one.main_represented <= other.main_represented
    assert {o.contribution for o in there.omissions} <= {o.contribution for o in here.omissions}


@given(facts())
def test_a_document_is_read_as_it_was_written(given_facts):
    found = coverage(given_facts)
    assert Coverage.of(json.loads(json.dumps(found.document()))) == found
