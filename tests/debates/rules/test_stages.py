"""Dates of a debate: laid out ahead, and only ever moved ahead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import stages
from college.debates.rules.stages import Dates, Stage
from college.ground.charter import Clocks, Preset, load
from college.ground.refusals import Refusal

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
NAMES = ("open_at", "closing_at", "closed_at")
clocks = st.sampled_from([load(preset).clocks for preset in Preset])
moments = st.timedeltas(timedelta(0), timedelta(days=400)).map(lambda delta: NOW + delta)


def laid_out(these: Clocks) -> Dates:
    return stages.on_admission(these, stages.on_proposal(these, NOW), NOW + these.question_notice)


def lengths_kept(these: Clocks, dates: Dates) -> bool:
    assert dates.open_at
    assert dates.closing_at
    assert dates.closed_at
    return (
        dates.closing_at - dates.open_at >= these.open
        and dates.closed_at - dates.closing_at >= these.closing
    )


@given(clocks)
def test_dates_are_laid_out_by_the_charter(these):
    dates = laid_out(these)
    assert dates.open_at == dates.admit_at + these.framing
    assert dates.closing_at == dates.open_at + these.open
    assert dates.closed_at == dates.closing_at + these.closing


@given(clocks, st.sampled_from(list(Stage)), moments)
def test_next_stage_is_one_step_and_only_when_its_date_has_come(these, stage, now):
    following = stages.next_stage(stage, laid_out(these), now)
    if following is not None:
        order = list(Stage)
        assert order.index(following) == order.index(stage) + 1
    if stage in {Stage.REGISTERED, Stage.CLOSED}:
        assert following is None


@given(clocks, moments)
def test_nothing_the_clock_does_moves_a_date_back_or_shortens_a_stage(these, now):
    dates = laid_out(these)
    for moved in (
        stages.when_too_few(these, dates, max(now, dates.open_at)),
        stages.when_reworded(these, Stage.FRAMING, dates, now),
        stages.when_late(these, Stage.OPEN, dates, max(now, dates.open_at)),
        stages.when_late(these, Stage.CLOSING, dates, max(now, dates.closing_at)),
    ):
        assert all(getattr(moved, name) >= getattr(dates, name) for name in NAMES)
        assert lengths_kept(these, moved)


@given(clocks, moments)
def test_stage_that_began_late_still_lasts_nine_tenths_of_its_time(these, now):
    dates = laid_out(these)
    begun = max(now, dates.open_at)
    moved = stages.when_late(these, Stage.OPEN, dates, begun)
    assert moved.closing_at - begun >= these.open - these.open / 10


@given(clocks, moments)
def test_new_wording_can_be_read_for_a_whole_notice(these, now):
    dates = laid_out(these)
    proposed = stages.when_reworded(these, Stage.PROPOSED, dates, now)
    assert proposed.admit_at - now == these.question_notice
    framed = stages.when_reworded(these, Stage.FRAMING, dates, now)
    assert framed.open_at - now >= these.question_notice


@given(clocks, st.sampled_from(list(Stage)), st.tuples(*[st.none() | moments] * 3))
def test_whatever_a_steward_wants_no_date_moves_back_and_no_stage_is_short(these, stage, wanted):
    dates = laid_out(these)
    try:
        moved = stages.moved_ahead(these, stage, dates, Dates(None, *wanted), NOW)
    except Refusal:
        return
    assert all(getattr(moved, name) >= getattr(dates, name) for name in NAMES)
    assert lengths_kept(these, moved)
    assert moved.admit_at == dates.admit_at
    for name, given_ in zip(NAMES, wanted, strict=True):
        assert given_ is None or getattr(moved, name) == given_


def test_date_before_the_present_stage_cannot_be_set():
    these = load(Preset.ASSEMBLY).clocks
    dates = laid_out(these)
    later = replace(dates, open_at=dates.open_at + timedelta(days=1))
    with pytest.raises(Refusal) as refused:
        stages.moved_ahead(these, Stage.OPEN, dates, later, dates.open_at)
    assert refused.value.code == "debates.dates.passed"


@given(clocks, st.sampled_from(list(Stage)))
def test_course_has_one_stage_now(these, stage):
    steps = stages.course(stage, NOW, laid_out(these))
    assert [step.place for step in steps].count("now") == (stage is not Stage.REGISTERED)
    assert [step.stage for step in steps] == sorted((s.stage for s in steps), key=list(Stage).index)
