"""Who is compared with whom, and what purification does: laws, and planted items at the reference's rates."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college.quizzes.rules.psychometrics.coarsening import FOCAL, NEITHER, REFERENCE, strata
from college.quizzes.rules.psychometrics.functioning import mantel_haenszel
from college.quizzes.rules.psychometrics.purification import (
    ROUNDS,
    Comparison,
    comparisons,
    groups,
    purified,
)
from tests.quizzes.rules.psychometrics.made import VIEWPOINTS, two_sides

_FOUR_DEVIATIONS = 4


def flagged(one):
    return one.found is not None and one.found.ets != "A"


def test_two_viewpoints_make_one_comparison_and_more_one_each():
    assert comparisons(["v"]) == ()
    assert comparisons(["v", "w"]) == (Comparison("v", "w"),)
    assert comparisons(["v", "w", "x"]) == tuple(Comparison(one, "") for one in "vwx")


def test_undecided_and_undeclared_are_in_no_comparison():
    declared = ["v", "w", "x", "undecided", ""]
    one = groups(declared, Comparison("v", "w"), ["v", "w"])
    assert one.tolist() == [FOCAL, REFERENCE, NEITHER, NEITHER, NEITHER]
    rest = groups(declared, Comparison("v", ""), ["v", "w", "x"])
    assert rest.tolist() == [FOCAL, REFERENCE, REFERENCE, NEITHER, NEITHER]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([None, 5]))
def test_every_round_follows_from_what_is_published_of_the_one_before(seed, shown):
    luck = np.random.default_rng(seed)
    some, declared = two_sides(luck, 120, 8, {1: 1.5, 4: 1.5, 6: 1.5}, apart=0.5, shown=shown)
    found = purified(some, declared, VIEWPOINTS, trial=20, least=10)
    rounds = [[one for one in found if one.round == n] for n in range(found[-1].round + 1)]
    assert 1 <= len(rounds) <= ROUNDS
    out = set()
    sides = groups(declared, comparisons(VIEWPOINTS)[0], VIEWPOINTS)
    for number, seen in enumerate(rounds):
        assert [one.item for one in seen] == list(range(8))
        for one in seen:
            assert set(one.out) == out - {one.item}
            match = set(range(8)) - set(one.out)
            assert one.strata == strata(some, sides, one.item, match=match, least=10)
            assert one.found == mantel_haenszel([stratum.table for stratum in one.strata])
            assert one.last == (number == len(rounds) - 1)
        now = {one.item for one in seen if flagged(one)}
        if number == len(rounds) - 1:
            assert now == out or number == ROUNDS - 1 or 8 - len(now) < 2
        out = now


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_which_viewpoint_comes_first_flips_every_sign_and_changes_nothing_else(seed):
    some, declared = two_sides(np.random.default_rng(seed), 100, 6, {2: 1.5}, apart=0.3)
    one = purified(some, declared, VIEWPOINTS, trial=20, least=10)
    other = purified(some, declared, VIEWPOINTS[::-1], trial=20, least=10)
    assert [(a.round, a.item, a.out, a.last) for a in one] == [
        (b.round, b.item, b.out, b.last) for b in other
    ]
    for a, b in zip(one, other, strict=True):
        assert (a.found is None) == (b.found is None)
        if a.found is not None:
            assert (a.found.d, a.found.error, a.found.ets) == (
                -b.found.d,
                b.found.error,
                b.found.ets,
            )


def test_an_item_that_too_few_saw_is_not_looked_at_and_stays_in_the_score():
    some, declared = two_sides(np.random.default_rng(3), 200, 6, {})
    some[:150, 5] = -1
    found = purified(some, declared, VIEWPOINTS, trial=100, least=10)
    assert {one.item for one in found} == set(range(5))
    whole = strata(
        some, groups(declared, comparisons(VIEWPOINTS)[0], VIEWPOINTS), 0, match=range(6), least=10
    )
    assert found[0].strata == whole


def test_nobody_to_compare_finds_nothing():
    some, declared = two_sides(np.random.default_rng(4), 50, 4, {})
    assert purified(some, [""] * 100, VIEWPOINTS, trial=1, least=1) == ()
    assert purified(some, declared, VIEWPOINTS[:1], trial=1, least=1) == ()


def test_the_planted_item_is_harder_for_the_first_and_its_d_says_so():
    some, declared = two_sides(np.random.default_rng(5), 2000, 10, {3: 1.0})
    last = {
        one.item: one
        for one in purified(some, declared, VIEWPOINTS, trial=200, least=10)
        if one.last
    }
    assert last[3].found.d == pytest.approx(-2.35, abs=4 * last[3].found.error)
    assert last[3].found.ets == "C"
    assert [item for item, one in last.items() if flagged(one)] == [3]


def shares(seed, each, items, planted, repeats, *, apart=0.0, shown=None):
    """Of innocent and of planted items, how many were flagged in the first round and in the last."""
    luck = np.random.default_rng(seed)
    counts = np.zeros((2, items))
    for _ in range(repeats):
        some, declared = two_sides(luck, each, items, planted, apart=apart, shown=shown)
        for one in purified(some, declared, VIEWPOINTS, trial=50, least=10):
            if flagged(one):
                counts[0, one.item] += one.round == 0
                counts[1, one.item] += one.last
    guilty = sorted(planted)
    innocent = [item for item in range(items) if item not in planted]
    return (counts[:, innocent].mean(axis=1) / repeats, counts[:, guilty].mean(axis=1) / repeats)


def near(share, of, expected, of_theirs):
    """Within four deviations of a difference of two counted shares."""
    p = (share * of + expected * of_theirs) / (of + of_theirs)
    return abs(share - expected) <= _FOUR_DEVIATIONS * sqrt(p * (1 - p) * (1 / of + 1 / of_theirs))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("each", "harder", "found", "false"),
    [
        (200, 0.64, 0.74, 0.055),
        (400, 0.64, 0.88, 0.01),
        (400, 0.40, 0.49, 0.01),
        (1000, 0.64, 0.98, 0.0),
    ],
)
def test_planted_items_are_flagged_at_the_rates_of_the_reference(each, harder, found, false):
    """Fifteen items of slope 1, equal groups; the reference counted 200 repeats of each."""
    repeats = 200
    (first, _), (hit, _) = shares(each, each, 15, {7: harder}, repeats)
    assert near(hit, repeats, found, 200)
    assert near(first, 14 * repeats, false, 14 * 200)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("each", "once", "purged"), [(200, 0.21, 0.06), (500, 0.24, 0.02), (1500, 0.12, 0.0)]
)
def test_purification_spares_the_innocent_and_finds_more_of_the_guilty(each, once, purged):
    """Ten items, three of them slanted by 0.9 logits, groups half a deviation apart."""
    repeats = 80
    innocent, guilty = shares(each, each, 10, {3: 0.9, 5: 0.9, 8: 0.9}, repeats, apart=0.5)
    # Innocent items of one quiz are flagged together: ten of them tell hardly more than two.
    assert near(innocent[0], 2 * repeats, once, 2 * repeats)
    assert innocent[1] <= purged + 0.02
    assert innocent[1] < innocent[0] / 2
    assert guilty[1] >= guilty[0]
    assert guilty[1] >= (0.8 if each < 500 else 0.98)


@pytest.mark.slow
def test_where_everybody_sees_eight_of_twenty_the_innocent_are_left_alone():
    """A thousand of each viewpoint, so that some four hundred of each see an item; groups apart."""
    innocent, guilty = shares(6, 1000, 20, {9: 0.64}, 40, apart=0.5, shown=8)
    assert innocent[1] < 0.05
    assert guilty[1] > 0.75
