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
    assert breaker(30, 240, {"a": 20, "b": 10}, AUDIT) is None
    assert breaker(31, 240, {"a": 21, "b": 10}, AUDIT) is Breaker.VIEWPOINT
    assert breaker(32, 240, {"a": 21, "b": 11, "c": 0}, AUDIT) is Breaker.VIEWPOINT


def test_the_first_alarms_of_a_term_stop_nothing():
    assert breaker(19, 240, {"a": 19, "b": 0}, AUDIT) is None
    assert breaker(20, 240, {"a": 20, "b": 0}, AUDIT) is Breaker.VIEWPOINT


@given(st.integers(1, 42), st.data())
def test_on_a_small_roster_the_share_alone_decides(serving, data):
    """Twenty of forty-two are more than 35 in a hundred already."""
    one = data.draw(st.integers(0, serving))
    other = data.draw(st.integers(0, serving - one))
    found = breaker(one + other, serving, {"a": one, "b": other}, AUDIT)
    assert found is (Breaker.ROSTER if (one + other) * 100 > 35 * serving else None)


def test_one_viewpoint_alone_has_nothing_beside_it():
    assert breaker(80, 240, {"a": 80}, AUDIT) is None


@given(st.integers(0, 240), st.dictionaries(st.sampled_from("abcd"), st.integers(0, 60)))
def test_one_more_flagged_never_lets_suspending_go_on(flagged, by_viewpoint):
    if breaker(flagged, 240, by_viewpoint, AUDIT) is Breaker.ROSTER:
        assert breaker(flagged + 1, 240, by_viewpoint, AUDIT) is Breaker.ROSTER


@given(st.integers(1, 40), st.integers(0, 40))
def test_the_breaker_treats_viewpoints_alike(one, other):
    there = breaker(0, 240, {"a": one, "b": other}, AUDIT)
    assert there is breaker(0, 240, {"a": other, "b": one}, AUDIT)
