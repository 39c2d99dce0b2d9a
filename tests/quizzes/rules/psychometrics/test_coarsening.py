"""Counts by score and viewpoint: nothing lost, no cell too small, the tested item always in its score."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.psychometrics.coarsening import strata

_TAKER = st.tuples(
    st.lists(st.sampled_from([1, 0, -1]), min_size=4, max_size=4), st.sampled_from([1, 0, -1])
)
_TAKERS = st.lists(_TAKER, min_size=1, max_size=80)


def laid_out(takers):
    cells, sides = zip(*takers, strict=True)
    return np.array(cells, dtype=np.int8), np.array(sides, dtype=np.int8)


@given(_TAKERS, st.integers(1, 6), st.sets(st.integers(0, 3)))
def test_everybody_is_counted_once_and_nobody_is_alone(takers, least, match):
    some, sides = laid_out(takers)
    found = strata(some, sides, 0, match=match, least=least)
    took = [(cells, side) for cells, side in takers if cells[0] != -1 and side != -1]
    each = [sum(side == group for _, side in took) for group in (0, 1)]
    if min(each) < least:
        assert found == ()
        return
    assert found
    assert all(min(sum(one.table[:2]), sum(one.table[2:])) >= least for one in found)
    counts = [sum(column) for column in zip(*(one.table for one in found), strict=True)]
    assert counts == [
        sum(cells[0] == cell and side == group for cells, side in took)
        for group, cell in ((0, 1), (0, 0), (1, 1), (1, 0))
    ]
    columns = sorted(match | {0})
    scores = [
        1000 * sum(cells[c] == 1 for c in columns) // sum(cells[c] != -1 for c in columns)
        for cells, _ in took
    ]
    assert sum(one.score_sum for one in found) == sum(scores)
    means = [one.score_sum / one.takers for one in found]
    assert means == sorted(set(means))


@given(_TAKERS, st.integers(1, 6))
def test_no_stratum_could_have_been_smaller(takers, least):
    """From the low end: without its highest score, no stratum but the last would be complete."""
    some, sides = laid_out(takers)
    found = strata(some, sides, 0, match=range(4), least=least)
    fine = strata(some, sides, 0, match=range(4), least=0)
    at = 0
    for one in found[:-1]:
        reference = focal = 0
        while reference < least or focal < least:
            reference += sum(fine[at].table[:2])
            focal += sum(fine[at].table[2:])
            at += 1
        assert (reference, focal) == (sum(one.table[:2]), sum(one.table[2:]))


def test_scores_are_taken_together_from_below_and_what_remains_joins_the_last():
    """Scores 0, 500 and 1000 of two items: 2, 1 and 1 of the reference group, 1, 1 and 1 of the focal one."""
    some, sides = laid_out(
        [
            ([0, 0, -1, -1], 0), ([0, 0, -1, -1], 0), ([0, 0, -1, -1], 1),
            ([1, 0, -1, -1], 0), ([0, 1, -1, -1], 1),
            ([1, 1, -1, -1], 0), ([1, 1, -1, -1], 1),
        ]
    )  # fmt: skip
    assert strata(some, sides, 0, match=[0, 1], least=1) == (
        (0, 0, 2, 0, 1),
        (1000, 1, 0, 0, 1),
        (2000, 1, 0, 1, 0),
    )
    assert strata(some, sides, 0, match=[0, 1], least=2) == ((3000, 2, 2, 1, 2),)
    assert strata(some, sides, 0, match=[0, 1], least=4) == ()


def test_the_item_counts_in_its_own_score_though_it_is_left_out():
    some, sides = laid_out(
        [([1, 1, 0, 0], 0), ([1, 1, 0, 0], 1), ([0, 1, 1, 0], 0), ([0, 1, 1, 0], 1)]
    )
    with_it = strata(some, sides, 0, match=[0, 1, 2], least=1)
    assert strata(some, sides, 0, match=[1, 2], least=1) == with_it
    assert strata(some, sides, 3, match=[1, 2], least=1) != strata(
        some, sides, 3, match=[1], least=1
    )


def test_takers_who_saw_fewer_are_matched_by_shares():
    some, sides = laid_out([([1, 0, -1, -1], 0), ([1, 0, 1, 0], 1)])
    assert strata(some, sides, 0, match=range(4), least=1) == ((1000, 1, 0, 1, 0),)


def test_means_of_strata_are_of_all_in_them():
    some, sides = laid_out([([1, 1, 1, 0], 0), ([1, 1, 1, 0], 1)])
    (one,) = strata(some, sides, 0, match=range(4), least=1)
    assert one.score_sum / one.takers == pytest.approx(750)
