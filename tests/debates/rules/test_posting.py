"""What may be added when, how long, how often."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import links, posting
from college.debates.rules.kinds import TARGETS, Kind, LinkKind, State
from college.debates.rules.links import Target
from college.debates.rules.posting import SourceLine
from college.debates.rules.stages import Stage
from college.ground.charter import Preset, load
from college.ground.refusals import Refusal

CHARTER = load(Preset.ASSEMBLY)
LENGTHS = CHARTER.lengths
LINE = SourceLine(title="Harbour accounts", locator="p. 4")


def refusal(rule, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as caught:
        rule(*args, **kwargs)
    return caught.value.code


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_takes_its_kinds(stage):
    taken = {kind for kind in Kind if posting.may_add(stage, kind)}
    assert taken == {
        Stage.FRAMING: {Kind.DEFINITION},
        Stage.OPEN: set(Kind),
        Stage.CLOSING: {Kind.ANSWER, Kind.CONCESSION},
    }.get(stage, set())


def test_evidence_comes_into_closing_only_with_an_answer():
    assert not posting.may_add(Stage.CLOSING, Kind.EVIDENCE)
    assert posting.may_add(Stage.CLOSING, Kind.EVIDENCE, in_answer=True)
    assert not posting.may_add(Stage.CLOSED, Kind.EVIDENCE, in_answer=True)
    assert not posting.may_add(Stage.CLOSING, Kind.CLAIM, in_answer=True)


@given(st.text())
def test_a_claim_is_one_line_within_its_length_or_refused(words):
    try:
        kept = posting.claim(words, LENGTHS)
    except Refusal:
        return
    assert 0 < len(kept) <= LENGTHS.claim
    assert "\n" not in kept
    assert kept == kept.strip()


@pytest.mark.parametrize(
    ("rule", "words", "code"),
    [
        (posting.claim, " \n ", "debates.claim.empty"),
        (posting.claim, "x" * 301, "debates.claim.too-long"),
        (posting.text, "", "debates.contribution.empty"),
        (posting.text, "x " * 401, "debates.contribution.too-long"),
        (posting.text, "x" * 5000, "debates.contribution.characters"),
        (posting.quotation, " ", "debates.evidence.no-quotation"),
        (posting.quotation, "x " * 121, "debates.evidence.quotation-too-long"),
        (posting.reason, "", "debates.contribution.no-reason"),
        (posting.reason, "x" * 401, "debates.contribution.reason-too-long"),
    ],
)
def test_lengths_are_refused_with_their_own_words(rule, words, code):
    assert refusal(rule, words, LENGTHS) == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "debates.evidence.no-title"),
        ({"locator": ""}, "debates.evidence.no-locator"),
        ({"url": "javascript:alert(1)"}, "debates.evidence.url"),
        ({"url": "data:text/html,x"}, "debates.evidence.url"),
        ({"author": "x" * 301}, "debates.evidence.line-too-long"),
        ({"locator": "x" * 121}, "debates.evidence.line-too-long"),
    ],
)
def test_a_source_can_be_looked_up_or_is_refused(change, code):
    assert refusal(posting.source, replace(LINE, **change)) == code


def test_a_source_is_kept_in_one_line_each():
    kept = posting.source(
        replace(LINE, title="Harbour\r\n accounts\u202e", url="https://a.example/")
    )
    assert kept == replace(LINE, url="https://a.example/")


@pytest.mark.parametrize(("hours", "limit"), [(0, 8), (23, 8), (24, 30)])
def test_a_newcomer_adds_less_in_the_first_day(hours, limit):
    joined = datetime(2026, 3, 1, tzinfo=UTC)
    now = joined + timedelta(hours=hours)
    assert posting.per_hour(CHARTER.limits, joined_at=joined, now=now) == limit


@pytest.mark.parametrize("relation", list(LinkKind))
@pytest.mark.parametrize("kind", list(Kind))
def test_a_link_points_to_what_it_may_point_to(relation, kind):
    target = Target(id=1, debate=1, kind=kind, state=State.STANDING)
    if kind in TARGETS[relation]:
        links.check(relation, target, debate=1)
    else:
        assert (
            refusal(links.check, relation, target, debate=1) == "debates.contribution.wrong-target"
        )


def test_a_link_stays_in_its_debate_and_off_what_is_gone():
    there = Target(id=1, debate=2, kind=Kind.CLAIM, state=State.STANDING)
    gone = Target(id=1, debate=1, kind=Kind.CLAIM, state=State.WITHDRAWN)
    assert (
        refusal(links.check, LinkKind.PREMISE, there, debate=1) == "debates.contribution.elsewhere"
    )
    assert refusal(links.check, LinkKind.PREMISE, gone, debate=1) == "debates.contribution.gone"


@pytest.mark.parametrize(
    ("given", "new", "code"),
    [
        ([], 0, "debates.argument.no-premise"),
        ([2, 3], 2, "debates.argument.premises"),
        ([2, 2], 0, "debates.argument.premise-twice"),
        ([1, 2], 0, "debates.argument.own-premise"),
    ],
)
def test_premises_are_some_few_different_and_others(given, new, code):
    assert refusal(links.premises, given, new=new, conclusion=1, most=3) == code
