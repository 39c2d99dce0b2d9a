"""Logistic regression on strata: other people's figures, crossing items, and separated groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.psychometrics.coarsening import Stratum
from college.quizzes.rules.psychometrics.functioning import mantel_haenszel
from college.quizzes.rules.psychometrics.regression import regression
from tests.quizzes.rules.psychometrics.made import VECTORS

_CELL = st.integers(0, 40)
_STRATA = st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL), max_size=7).map(
    lambda tables: [
        Stratum((100 + 100 * at) * sum(table), *table)
        for at, table in enumerate(tables)
        if sum(table)
    ]
)


@pytest.mark.parametrize("case", VECTORS["regression"])
def test_figures_are_those_of_statsmodels(case):
    found = regression([Stratum(*one) for one in case["strata"]])
    for name in ("any", "uniform", "crossing"):
        assert getattr(found, f"{name}_chi2") == pytest.approx(case[name], abs=1e-7)
        assert getattr(found, f"{name}_p") == pytest.approx(case[f"{name}_p"], rel=1e-6)
    assert found.effect == pytest.approx(case["effect"], abs=1e-9)


def test_classes_of_jodoin_and_gierl():
    found = [
        regression([Stratum(*one) for one in case["strata"]]) for case in VECTORS["regression"]
    ]
    effects = [round(one.effect, 3) for one in found]
    assert effects == [0.002, 0.074, 0.011, 0.062, pytest.approx(effects[4])]
    assert [one.jodoin_gierl for one in found[:4]] == ["A", "C", "A", "B"]


def test_an_item_that_crosses_is_seen_where_the_common_odds_see_nothing():
    """Easier for one group below, for the other above; the odds ratio over all is 1."""
    crossing = [
        Stratum(100 * 20_0, 40, 60, 10, 90),
        Stratum(100 * 50_0, 50, 50, 50, 50),
        Stratum(100 * 80_0, 60, 40, 90, 10),
    ]
    assert mantel_haenszel([one.table for one in crossing]).ets == "A"
    found = regression(crossing)
    assert found.uniform_p > 0.5
    assert found.crossing_p < 1e-9
    assert found.jodoin_gierl != "A"


@given(_STRATA)
def test_figures_are_finite_and_alike_for_both_groups(strata):
    found = regression(strata)
    other = regression([Stratum(s, c, d, a, b) for s, a, b, c, d in strata])
    if found is None:
        assert other is None
        return
    assert found.any_chi2 == pytest.approx(found.uniform_chi2 + found.crossing_chi2, abs=1e-6)
    assert 0 <= found.effect <= 1
    assert 0 <= found.any_p <= 1
    assert other.any_chi2 == pytest.approx(found.any_chi2, abs=1e-6)
    assert other.uniform_chi2 == pytest.approx(found.uniform_chi2, abs=1e-6)
    assert other.effect == pytest.approx(found.effect, abs=1e-6)


def test_groups_that_answers_separate_have_figures_all_the_same():
    found = regression([Stratum(30_000, 50, 0, 0, 50), Stratum(70_000, 60, 0, 0, 40)])
    assert found.effect == pytest.approx(1, abs=0.02)
    assert found.uniform_chi2 > 200
    assert found.crossing_chi2 == pytest.approx(0, abs=1e-6)
    assert found.jodoin_gierl == "C"


@pytest.mark.parametrize(
    "strata",
    [
        [],
        [Stratum(5000, 3, 4, 2, 1)],
        [Stratum(5000, 10, 0, 10, 0), Stratum(9000, 10, 0, 10, 0)],
        [Stratum(5000, 0, 10, 0, 10), Stratum(9000, 0, 10, 0, 10)],
        [Stratum(5000, 5, 5, 0, 0), Stratum(9000, 7, 3, 0, 0)],
    ],
)
def test_no_figures_where_nothing_can_be_compared(strata):
    assert regression(strata) is None
