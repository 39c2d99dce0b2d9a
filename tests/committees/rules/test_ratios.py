"""The Mantel–Haenszel ratio."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.ratios import Outcome, Stratum, mantel_haenszel, strata
from college.ground.intervals import Z95

tables = st.builds(
    lambda n1, n0, a, b: Stratum(min(a, n1), n1, min(b, n0), n0),
    st.integers(1, 60),
    st.integers(1, 60),
    st.integers(0, 60),
    st.integers(0, 60),
)


def test_ratio_of_two_strata_by_hand():
    """(8·20/30 + 3·30/40) / (4·10/30 + 6·10/40) = 7.5833 / 2.8333."""
    ratio = mantel_haenszel([Stratum(8, 10, 4, 20), Stratum(3, 10, 6, 30)])
    assert ratio.value == pytest.approx(7.58333333 / 2.83333333)
    first = (10 * 20 * 12 - 8 * 4 * 30) / 30**2
    second = (10 * 30 * 9 - 3 * 6 * 40) / 40**2
    assert ratio.sd**2 == pytest.approx((first + second) / (7.58333333 * 2.83333333))


def test_one_stratum_is_the_plain_ratio_with_its_plain_variance():
    ratio = mantel_haenszel([Stratum(30, 100, 20, 100)])
    assert ratio.value == pytest.approx(1.5)
    assert ratio.sd**2 == pytest.approx(1 / 30 - 1 / 100 + 1 / 20 - 1 / 100)


@given(st.lists(tables, min_size=1, max_size=5))
def test_the_others_ratio_is_the_inverse(these):
    mirrored = [Stratum(t.others_granted, t.others, t.granted, t.cases) for t in these]
    here, there = mantel_haenszel(these), mantel_haenszel(mirrored)
    if here is None:
        assert there is None
    else:
        assert there.value == pytest.approx(1 / here.value)
        assert there.sd == pytest.approx(here.sd)


def test_a_stratum_with_one_side_only_is_left_out():
    rows = [Outcome("v", "a", "spam", True), Outcome("w", "b", "spam", False)]
    lonely = Outcome("v", "c", "threat", True)
    assert list(strata([*rows, lonely], "v")) == ["spam"]


def test_coverage_is_about_95_per_cent():
    """2,000 sets of three strata with a true ratio of 1.5 (the protocol: 95.5); bounds of four deviations."""
    luck = np.random.default_rng(3)
    held = 0
    for _ in range(2000):
        made = []
        for base, own, rest in ((0.1, 60, 120), (0.2, 80, 160), (0.4, 40, 90)):
            a, b = luck.binomial(own, base * 1.5), luck.binomial(rest, base)
            made.append(Stratum(int(a), own, int(b), rest))
        ratio = mantel_haenszel(made)
        held += exp(-Z95 * ratio.sd) <= ratio.value / 1.5 <= exp(Z95 * ratio.sd)
    assert 0.93 < held / 2000 < 0.97
