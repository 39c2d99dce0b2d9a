"""The circuit breaker."""

from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.breaker import Breaker, breaker
from college.ground.charter import Preset, load

AUDIT = load(Preset.ASSEMBLY).audit


def test_more_than_a_third_of_a_roster_stops_suspending():
    assert breaker(84, 240, {}, AUDIT) is None  # 35 % exactly
    assert breaker(85, 240, {}, AUDIT) is Breaker.ROSTER


def test_more_than_twice_as_many_of_one_viewpoint_stop_it_too():
    assert breaker(6, 240, {"a": 4, "b": 2}, AUDIT) is None
    assert breaker(7, 240, {"a": 5, "b": 2}, AUDIT) is Breaker.VIEWPOINT
    assert breaker(8, 240, {"a": 5, "b": 3, "c": 0}, AUDIT) is Breaker.VIEWPOINT


def test_the_first_alarms_of_a_term_stop_nothing():
    assert breaker(2, 240, {"a": 2, "b": 0}, AUDIT) is None
    assert breaker(3, 240, {"a": 3, "b": 0}, AUDIT) is Breaker.VIEWPOINT


def test_one_viewpoint_alone_has_nothing_beside_it():
    assert breaker(9, 240, {"a": 9}, AUDIT) is None


@given(st.integers(0, 240), st.dictionaries(st.sampled_from("abcd"), st.integers(0, 60)))
def test_one_more_flagged_never_lets_suspending_go_on(flagged, by_viewpoint):
    if breaker(flagged, 240, by_viewpoint, AUDIT) is Breaker.ROSTER:
        assert breaker(flagged + 1, 240, by_viewpoint, AUDIT) is Breaker.ROSTER


@given(st.integers(1, 40), st.integers(0, 40))
def test_the_breaker_treats_viewpoints_alike(one, other):
    there = breaker(0, 240, {"a": one, "b": other}, AUDIT)
    assert there is breaker(0, 240, {"a": other, "b": one}, AUDIT)
