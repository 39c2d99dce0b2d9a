"""What a stage is for, and from when the rest is."""

from datetime import UTC, datetime, timedelta

import pytest

from college.debates.rules import openings, stages
from college.debates.rules.kinds import Kind
from college.debates.rules.openings import Opening
from college.debates.rules.posting import KINDS_AT
from college.debates.rules.stages import Dates, Stage
from college.ground.charter import Preset, load

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
CLOCKS = load(Preset.CLASS).clocks
PROPOSED = stages.on_proposal(CLOCKS, NOW)
LAID_OUT = stages.on_admission(CLOCKS, PROPOSED, NOW + CLOCKS.question_notice)


def test_before_the_admission_both_beginnings_are_reckoned_from_its_date() -> None:
    found = {one.opening: one.at for one in openings.ahead(Stage.PROPOSED, PROPOSED, CLOCKS)}
    assert found[Opening.PROPOSE_VIEWPOINT] == PROPOSED.admit_at
    assert found[Opening.SAY] == NOW + CLOCKS.question_notice + CLOCKS.framing
    assert Opening.OBJECT not in found


def test_in_the_framing_words_begin_with_the_opening() -> None:
    assert openings.opens_at(Opening.SAY, Stage.FRAMING, LAID_OUT, CLOCKS) == LAID_OUT.open_at
    assert openings.is_open(Opening.PROPOSE_VIEWPOINT, Stage.FRAMING)
    assert openings.is_past(Opening.OBJECT, Stage.FRAMING)


def test_register_has_no_dates_and_a_closed_debate_nothing_ahead() -> None:
    ahead = openings.ahead(Stage.REGISTERED, Dates(), CLOCKS)
    assert ahead
    assert {one.at for one in ahead} == {None}
    assert openings.ahead(Stage.CLOSED, LAID_OUT, CLOCKS) == []
    assert not any(openings.is_open(one, Stage.CLOSED) for one in Opening)


def test_viewpoint_is_too_late_when_its_notice_would_outlast_the_open_stage() -> None:
    assert LAID_OUT.closing_at
    last = LAID_OUT.closing_at - CLOCKS.viewpoint_notice
    assert openings.may_still_propose(CLOCKS, Stage.OPEN, LAID_OUT, last)
    late = last + timedelta(seconds=1)
    assert not openings.may_still_propose(CLOCKS, Stage.OPEN, LAID_OUT, late)
    assert openings.may_still_propose(CLOCKS, Stage.FRAMING, LAID_OUT, late)
    assert not openings.may_still_propose(CLOCKS, Stage.CLOSING, LAID_OUT, NOW)


@pytest.mark.parametrize("stage", list(Stage))
def test_what_can_be_said_at_a_stage_is_what_the_rules_of_posting_take(stage: Stage) -> None:
    kinds = KINDS_AT.get(stage, frozenset())
    assert openings.is_open(Opening.SAY, stage) == (Kind.CLAIM in kinds)
    assert openings.is_open(Opening.ANSWER, stage) == (Kind.ANSWER in kinds)
