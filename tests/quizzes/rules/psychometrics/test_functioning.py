"""Mantel and Haenszel's test: golden figures, other people's figures, and the same for both groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.psychometrics.functioning import classed, mantel_haenszel
from tests.quizzes.rules.psychometrics.made import VECTORS

_CELL = st.integers(0, 60)
_TABLES = st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL), max_size=8)
_GOLDEN = [(40, 10, 30, 20), (45, 5, 40, 10)]


def swapped(tables):
    return [(c, d, a, b) for a, b, c, d in tables]


def test_the_golden_figures_of_the_reference():
    found = mantel_haenszel(_GOLDEN)
    assert found.odds == pytest.approx(2.5, abs=1e-12)
    assert (round(found.d, 4), round(found.error, 4)) == (-2.1533, 0.8482)
    assert (round(found.chi2, 4), round(found.p, 5)) == (5.7493, 0.01649)
    assert found.ets == "B"


@pytest.mark.parametrize("case", VECTORS["mantel_haenszel"])
def test_figures_are_those_of_statsmodels(case):
    found = mantel_haenszel([tuple(table) for table in case["tables"]])
    assert found.odds == pytest.approx(case["odds"], rel=1e-9)
    assert found.error / 2.35 == pytest.approx(case["log_error"], rel=1e-9)
    assert found.chi2 == pytest.approx(case["chi2"], rel=1e-9)
    assert found.p == pytest.approx(case["p"], rel=1e-8)


@given(_TABLES)
def test_swapping_the_groups_flips_the_sign_and_nothing_else(tables):
    one, other = mantel_haenszel(tables), mantel_haenszel(swapped(tables))
    if one is None:
        assert other is None
        return
    assert other.d == -one.d
    assert (other.error, other.chi2, other.p, other.ets) == (one.error, one.chi2, one.p, one.ets)


@given(_TABLES.flatmap(lambda tables: st.tuples(st.just(tables), st.permutations(tables))))
def test_the_order_of_strata_does_not_matter(both):
    assert mantel_haenszel(both[0]) == mantel_haenszel(both[1])


@given(_TABLES, st.tuples(_CELL, _CELL), st.booleans())
def test_a_stratum_without_one_group_says_nothing(tables, one, which):
    lone = (*one, 0, 0) if which else (0, 0, *one)
    assert mantel_haenszel([*tables, lone]) == mantel_haenszel(tables)


@pytest.mark.parametrize(
    "tables",
    [
        [],
        [(0, 0, 0, 0)],
        [(1, 0, 0, 0)],
        [(9, 0, 7, 0), (5, 0, 3, 0)],
        [(0, 9, 0, 7)],
        [(3, 4, 0, 0)],
    ],
)
def test_no_figures_where_nothing_can_be_compared(tables):
    assert mantel_haenszel(tables) is None


def test_groups_that_answer_alike_differ_by_nothing():
    """The correction takes half a taker from a difference, and never makes one."""
    found = mantel_haenszel([(10, 10, 10, 10), (30, 5, 30, 5)])
    assert (found.odds, found.d, found.chi2, found.p, found.ets) == (1, 0, 0, 1, "A")


def test_an_item_that_all_of_one_group_and_none_of_the_other_have_right_is_large():
    found = mantel_haenszel([(50, 0, 0, 50), (60, 0, 0, 40)])
    assert found.ets == "C"
    assert found.d < -15
    assert found.error < 10


def test_a_single_difference_where_all_others_agree_stays_finite():
    found = mantel_haenszel([(10, 0, 9, 1), (5, 0, 5, 0)])
    assert found.chi2 == 0
    assert found.p == 1
    assert found.ets == "A"


@pytest.mark.parametrize(
    ("d", "error", "p", "expected"),
    [
        (-0.99, 0.01, 0.0, "A"),
        (3.0, 1.0, 0.05, "A"),
        (1.0, 0.1, 0.049, "B"),
        (-1.49, 0.01, 0.0, "B"),
        (1.5, 0.31, 0.0, "B"),
        (1.5, 0.3, 0.0, "C"),
        (-2.1533, 0.8482, 0.0165, "B"),
        (-2.1533, 0.7, 0.0165, "C"),
    ],
)
def test_classes_of_the_educational_testing_service(d, error, p, expected):
    assert classed(d, error, p) == expected
