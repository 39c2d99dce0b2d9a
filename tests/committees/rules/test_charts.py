"""A member's charts: the table of the protocol, and what counts as a deviation."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import charts
from college.committees.rules.charts import Comparison, Direction, Reference
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice, Vote, ruling
from college.ground.charter import Preset, load

AUDIT = load(Preset.ASSEMBLY).audit

comparisons = st.builds(
    Comparison,
    viewpoint=st.sampled_from(["", "aaaaaaaaaaaaa"]),
    cast=st.sampled_from(Choice),
    found=st.sampled_from(Choice),
    reference=st.sampled_from(Reference),
)


@pytest.mark.parametrize(
    ("height", "deviation", "votes"),
    [
        (8, 0.10, 5212),
        (8, 0.15, 867),
        (8, 0.20, 254),
        (8, 0.25, 105),
        (8, 0.50, 13.5),
        (8, 0.70, 7.2),
        (8, 1.0, 4),
        (12, 0.10, 226_000),
        (12, 0.15, 12_560),
        (12, 0.20, 1_652),
        (12, 0.25, 382),
        (12, 0.50, 21.5),
        (12, 0.70, 10.8),
        (12, 1.0, 6),
        (16, 0.10, 9_500_000),
        (16, 0.15, 176_000),
        (16, 0.20, 10_000),
        (16, 0.25, 1_211),
        (16, 0.50, 29.5),
        (16, 0.70, 14.5),
        (16, 1.0, 8),
    ],
)
def test_votes_to_an_alarm_are_those_of_the_protocol(height, deviation, votes):
    assert charts.votes_to_alarm(2, height, deviation) == pytest.approx(votes, rel=0.005, abs=0.05)


@pytest.mark.parametrize(("deviation", "votes"), [(0.20, 3.7e7), (0.30, 113_900), (0.70, 28)])
def test_the_softer_step_waits_longer(deviation, votes):
    assert charts.votes_to_alarm(1, 12, deviation) == pytest.approx(votes, rel=0.01)


@pytest.mark.parametrize(("height", "chance"), [(8, 0.10), (12, 0.0070), (16, 0.0005)])
def test_false_alarms_within_a_hundred_votes_are_those_of_the_protocol(height, chance):
    assert charts.false_alarm(2, height, 0.15, 100) == pytest.approx(chance, rel=0.07)


@given(st.integers(1, 3), st.integers(2, 14), st.floats(0.05, 1.0))
def test_a_false_alarm_takes_no_fewer_votes_than_the_height_asks(step, height, deviation):
    fewest = -(-height // step)
    assert charts.false_alarm(step, height, deviation, fewest - 1) == pytest.approx(0, abs=1e-9)
    assert charts.votes_to_alarm(step, height, deviation) >= fewest - 1e-9


@given(st.lists(comparisons, max_size=60))
def test_a_chart_never_sinks_below_zero_nor_jumps_by_more_than_its_step(these):
    height = 0
    for one in these:
        after = charts.moved(height, one, AUDIT)
        assert after >= 0
        assert after - height in ({2, 1} if one.deviates else {-1, 0})
        height = after


@given(comparisons)
def test_only_random_references_weigh_two(one):
    contested = one.reference in {Reference.REVIEW, Reference.OTHERS}
    assert charts.step_up(one.reference, AUDIT) == (1 if contested else 2)


@given(comparisons)
def test_agreeing_with_what_others_found_is_never_a_deviation(one):
    assert one.deviates is (one.cast is not one.found)


def test_each_direction_has_its_own_chart():
    keep, grant = Choice.KEEP, Choice.GRANT
    too_hard = Comparison("", grant, keep, Reference.RETRIAL)
    too_lenient = Comparison("", keep, grant, Reference.RETRIAL)
    assert (too_hard.direction, too_hard.deviates) == (Direction.TOO_HARD, True)
    assert (too_lenient.direction, too_lenient.deviates) == (Direction.TOO_LENIENT, True)
    # Being right counts on the chart on which one could have been wrong.
    assert Comparison("", keep, keep, Reference.RETRIAL).direction is Direction.TOO_HARD
    assert Comparison("", grant, grant, Reference.RETRIAL).direction is Direction.TOO_LENIENT


def test_no_panel_is_held_to_its_own_ruling():
    """A review speaks of the first panels only, its others of its own voters, a re-trial of both."""
    assert charts.is_spoken_of(Step.FIRST, Reference.REVIEW)
    assert not charts.is_spoken_of(Step.REVIEW, Reference.REVIEW)
    assert charts.is_spoken_of(Step.REVIEW, Reference.OTHERS)
    assert not charts.is_spoken_of(Step.FIRST, Reference.OTHERS)
    assert charts.is_spoken_of(Step.REVIEW, Reference.RETRIAL)
    assert not any(charts.is_spoken_of(Step.RETRIAL, one) for one in Reference)


GRANT, KEEP = Vote(Choice.GRANT, "a"), Vote(Choice.KEEP)
votes = st.sampled_from([GRANT, KEEP, Vote(Choice.GRANT, "b")])


@given(st.lists(votes, min_size=30, max_size=40), st.integers(0, 2))
def test_ones_own_ballot_is_no_part_of_what_others_found(others, more):
    """Whatever one casts, the finding is what the others alone come to, unless one ballot tips it."""
    threshold = max(others.count(GRANT) + more, 1)
    found = {
        charts.found_by_others(own, Counter([*others, own]), threshold) for own in (GRANT, KEEP)
    }
    most = max(others.count(GRANT), others.count(Vote(Choice.GRANT, "b")))
    tipped = most in (threshold - 1, threshold)
    assert found == {None if tipped else ruling(others, threshold).choice}


@given(st.integers(0, 29), votes, st.integers(1, 31))
def test_fewer_than_thirty_others_find_nothing(granting, own, threshold):
    others = [GRANT] * granting + [KEEP] * (29 - granting)
    assert charts.found_by_others(own, Counter([*others, own]), threshold) is None
    if granting not in (threshold - 1, threshold):
        assert charts.found_by_others(own, Counter([*others, KEEP, own]), threshold) is not None


def test_where_one_ballot_tips_the_scale_the_others_say_nothing():
    just = {GRANT: 18, KEEP: 13}
    assert {charts.found_by_others(one, just, 18) for one in just} == {None}


def test_where_no_ballot_tips_the_scale_all_are_held_to_the_same():
    clear = {GRANT: 20, KEEP: 11}
    assert {charts.found_by_others(one, clear, 18) for one in clear} == {Choice.GRANT}


def test_others_who_grant_on_two_grounds_have_granted_on_neither():
    split = {Vote(Choice.GRANT, "insult"): 16, Vote(Choice.GRANT, "threat"): 15}
    for own in split:
        assert charts.found_by_others(own, split, 18) is Choice.KEEP


def test_alarm_is_at_the_height_of_the_charter():
    assert not charts.alarms(AUDIT.alarm - 1, AUDIT)
    assert charts.alarms(AUDIT.alarm, AUDIT)
