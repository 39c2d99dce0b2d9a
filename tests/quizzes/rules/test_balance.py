"""Balance by viewpoint: difference at most one, and the same for every viewpoint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.refusals import Refusal
from college.quizzes.rules.balance import check, may_release
from tests.factories.acts import refused

SIDES = ("a", "b", "c", "d", "e")
COUNTS = st.integers(1, 5).flatmap(
    lambda sides: st.fixed_dictionaries({side: st.integers(0, 12) for side in SIDES[:sides]})
)


def may(counts, viewpoint):
    try:
        check(counts, viewpoint)
    except Refusal:
        return False
    return True


def test_nobody_is_two_items_ahead():
    check({"a": 1, "b": 1}, "a")
    with refused("quizzes.item.unbalanced"):
        check({"a": 2, "b": 1}, "a")
    check({"a": 2, "b": 1}, "b")


def test_an_item_about_all_counts_for_none():
    check({"a": 9, "b": 0}, "")


def test_the_only_viewpoint_may_have_any_number():
    check({"a": 9}, "a")


@given(st.lists(st.sampled_from(SIDES[:4]), max_size=60))
def test_whatever_is_asked_for_no_viewpoint_gets_two_items_ahead(wished):
    counts = dict.fromkeys(SIDES[:4], 0)
    for side in wished:
        if may(counts, side):
            counts[side] += 1
        assert max(counts.values()) - min(counts.values()) <= 1


@given(COUNTS)
def test_there_is_always_a_viewpoint_that_may_have_one_more(counts):
    assert may(counts, min(counts, key=counts.__getitem__))


@given(COUNTS, st.permutations(SIDES), st.sampled_from(SIDES))
def test_viewpoints_may_be_exchanged(counts, order, viewpoint):
    """Law 3: the same for every viewpoint."""
    if viewpoint not in counts:
        return
    names = dict(zip(SIDES, order, strict=True))
    mirrored = {names[side]: number for side, number in counts.items()}
    assert may(counts, viewpoint) == may(mirrored, names[viewpoint])


@pytest.mark.parametrize(
    ("counts", "alike", "ready"),
    [
        ({}, 9, False),
        ({"a": 0, "b": 9}, 9, False),
        ({"a": 2, "b": 2}, 0, False),
        ({"a": 2, "b": 9}, 0, True),
        ({"a": 2, "b": 2}, 1, True),
        ({"a": 1, "b": 1, "c": 9}, 0, False),
        ({"a": 1, "b": 2, "c": 9}, 0, True),
    ],
)
def test_a_quiz_is_ready_when_five_can_be_drawn_that_are_balanced(counts, alike, ready):
    assert may_release(counts, alike, 5) is ready


@given(COUNTS, st.integers(0, 5), st.integers(1, 9))
def test_what_is_ready_can_be_drawn(counts, alike, fewest):
    """Drawn one by one, always for a viewpoint with fewest so far, until none is left of one of those."""
    drawn, left = dict.fromkeys(counts, 0), dict(counts)
    while any(left[side] and drawn[side] == min(drawn.values()) for side in counts):
        side = next(s for s in counts if left[s] and drawn[s] == min(drawn.values()))
        drawn[side] += 1
        left[side] -= 1
    whole = min(drawn.values()) > 0 and sum(drawn.values()) + alike >= fewest
    assert may_release(counts, alike, fewest) == whole
