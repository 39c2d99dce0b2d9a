"""The reading order: structure first, then time."""

from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import places

ARRIVALS = st.integers(1, 10**9)


@given(st.lists(ARRIVALS, unique=True, min_size=2))
def test_what_stands_at_the_top_is_in_the_order_of_time(arrivals):
    assert sorted(arrivals) == [
        number for _, number in sorted((places.top(n).path, n) for n in arrivals)
    ]


@given(ARRIVALS, ARRIVALS, ARRIVALS)
def test_everything_below_comes_directly_after_what_it_is_about(first, other, reply):
    parent, beside = places.top(first), places.top(other)
    child = places.below(parent, reply)
    start, end = places.within(parent.path)
    assert start < child.path < end
    assert places.above(child.path) == [parent.path]
    assert (beside.path < child.path) == (beside.path <= parent.path)


@given(ARRIVALS, ARRIVALS, st.integers(0, 7), st.integers(0, 7))
def test_premises_come_in_their_order_before_what_is_said_of_the_argument(first, reply, one, two):
    argument = places.below(places.top(first), reply)
    said = places.below(argument, 1)
    assert places.is_premise(places.premise(argument, one).path)
    assert not places.is_premise(said.path)
    assert not places.is_premise(argument.path)
    assert places.premise(argument, one).path < said.path
    assert (places.premise(argument, one).path < places.premise(argument, two).path) == (one < two)


def test_paths_stay_short_and_unlike_however_deep_the_replies():
    here, seen = places.top(1), set()
    for number in range(2, 300):
        before, here = here, places.below(here, number)
        assert here.path > before.path
        assert here.depth == min(number - 1, places.DEEPEST)
        assert len(here.path) <= places.STEP * (places.DEEPEST + 1) <= 200
        assert here.path not in seen
        seen.add(here.path)


@given(ARRIVALS, ARRIVALS)
def test_what_is_beside_the_thread_is_outside_of_it(one, two):
    assert places.FIRST < places.top(one).path < places.LAST < places.beside(two).path
