"""When an epoch seals, who contributes, whose secrets count."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import epochs
from tests.factories.acts import MOMENT

HOUR = timedelta(hours=1)
DELAYS = st.timedeltas(timedelta(0), timedelta(days=30))


@pytest.mark.parametrize(
    ("people", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (20, 11), (21, 11)]
)
def test_more_than_half_of_the_shares_make_a_secret_whole(people, needed):
    assert epochs.threshold(people) == needed


@given(st.integers(1, 255))
def test_no_two_disjoint_groups_can_both_read_a_secret(people):
    assert Fraction(epochs.threshold(people)) > Fraction(people, 2)


@given(DELAYS)
def test_the_next_epoch_keeps_the_hour_and_leaves_time_to_lodge(delay):
    opened = MOMENT + delay
    times = epochs.next_times(opened, MOMENT, epoch=24 * HOUR, lodging=2 * HOUR)
    assert (times.seals_at - MOMENT) % (24 * HOUR) == timedelta(0)
    assert 12 * HOUR <= times.seals_at - opened <= 36 * HOUR
    assert times.ends_at - times.seals_at == 2 * HOUR


def test_opened_in_time_an_epoch_has_its_whole_length():
    times = epochs.next_times(MOMENT, MOMENT, epoch=24 * HOUR, lodging=2 * HOUR)
    assert times.seals_at == MOMENT + 24 * HOUR


@given(DELAYS)
def test_however_late_the_sealing_there_is_time_for_checkpoints(delay):
    planned = epochs.Times(MOMENT, MOMENT + 2 * HOUR)
    ends = epochs.ends_at(MOMENT + delay, planned)
    assert ends == planned.ends_at or ends == MOMENT + delay + 2 * HOUR
    assert ends - (MOMENT + delay) >= HOUR


def test_of_too_many_the_last_seed_says_who_contributes():
    people = [f"{n:013d}" for n in range(40)]
    chosen = epochs.chosen(people, server=people[7], previous_seed="a" * 64)
    assert len(chosen) == epochs.MOST
    assert people[7] in chosen
    assert chosen == sorted(chosen)
    assert chosen != epochs.chosen(people, server=people[7], previous_seed="b" * 64)


def test_few_enough_contribute_all():
    people = [f"{n:013d}" for n in range(epochs.MOST)]
    assert epochs.chosen(people, server=people[0], previous_seed="") == people


def test_one_who_leaves_moves_nobody_else_out():
    people = [f"{n:013d}" for n in range(40)]
    before = set(epochs.chosen(people, server=people[0], previous_seed="c" * 64))
    after = set(epochs.chosen(people[:-1], server=people[0], previous_seed="c" * 64))
    assert before - {people[-1]} <= after


PEOPLE = ["s", "a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("lodged", "counted"),
    [
        ({}, ["s"]),
        ({"a": ["a", "b"]}, ["s"]),
        ({"a": ["a", "b", "c"]}, ["a"]),
        ({"a": ["a", "a", "b"]}, ["s"]),
        ({"d": PEOPLE, "s": PEOPLE, "a": PEOPLE[:3]}, ["s", "a", "d"]),
    ],
)
def test_a_secret_counts_if_more_than_half_hold_a_share(lodged, counted):
    assert epochs.counted(lodged, contributors=PEOPLE, server="s") == counted


@pytest.mark.parametrize(
    ("secrets", "beacon", "demonstration"),
    [(1, False, True), (4, False, True), (5, False, False), (1, True, False)],
)
def test_few_secrets_and_no_beacon_are_a_demonstration(secrets, beacon, demonstration):
    assert epochs.is_demonstration(secrets, has_beacon=beacon) is demonstration
