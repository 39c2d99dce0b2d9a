"""Restriction by viewpoint, as it is published."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.disparity import disparities, holm
from college.committees.rules.ratios import Outcome
from tests.committees.rules.test_authors import made

probabilities = st.dictionaries(st.text("abcdef", min_size=1), st.floats(0, 1), max_size=8)


def test_fewer_cases_than_a_cell_say_nothing_at_all():
    rows = [Outcome("v", f"v{n}", "spam", n < 10) for n in range(19)]
    rows += [Outcome("w", f"w{n}", "spam", False) for n in range(60)]
    assert disparities(rows, least=20, seed=b"") == {"v": None, "w": None}
    one_more = [*rows, Outcome("v", "v19", "spam", False)]
    assert disparities(one_more, least=20, seed=b"")["v"] is not None


def test_two_viewpoints_come_out_as_each_others_mirror():
    found = disparities(made(np.random.default_rng(1), own=0.5), least=20, seed=b"seed")
    v, w = found["v"], found["w"]
    assert v.ratio == pytest.approx(1 / w.ratio)
    assert (v.low, v.high) == pytest.approx((1 / w.high, 1 / w.low))
    assert (v.granted, v.cases) == (w.others_granted, w.others)


def test_a_side_without_any_restriction_has_no_ratio_but_a_power():
    rows = [Outcome("v", f"v{n}", "spam", False) for n in range(40)]
    rows += [Outcome("w", f"w{n}", "spam", n < 12) for n in range(40)]
    v = disparities(rows, least=20, seed=b"seed")["v"]
    assert (v.ratio, v.low, v.high) == (None, None, None)
    assert v.p < 0.01
    assert v.stands_out
    assert 1.5 < v.detects < 2.5


def test_few_authors_get_no_interval():
    rows = [Outcome("v", f"v{n % 3}", "spam", n % 2 == 0) for n in range(60)]
    rows += [Outcome("w", f"w{n}", "spam", n % 2 == 0) for n in range(60)]
    v = disparities(rows, least=20, seed=b"seed")["v"]
    assert v.ratio == pytest.approx(1)
    assert (v.low, v.high) == (None, None)
    assert v.authors == 3


def test_like_is_compared_with_like():
    """One side writes more of what everybody is restricted for; rule by rule there is no difference."""
    rows = []
    for side, spam, threat in (("v", 160, 40), ("w", 40, 160)):
        rows += [Outcome(side, f"{side}s{n}", "spam", n % 10 < 1) for n in range(spam)]
        rows += [Outcome(side, f"{side}t{n}", "threat", n % 10 < 8) for n in range(threat)]
    v = disparities(rows, least=20, seed=b"seed")["v"]
    assert (v.granted, v.others_granted) == (48, 132)
    assert v.ratio == pytest.approx(1)
    assert v.p > 0.5


@pytest.mark.slow
def test_intervals_hold_the_truth_where_authors_repeat_themselves():
    """400 worlds without a difference, 10 authors a side; about 95 % (bound: four deviations below)."""
    luck = np.random.default_rng(6)
    held = shown = 0
    for _ in range(400):
        v = disparities(made(luck, authors=10, texts=6, alike=0.4), least=20, seed=b"")["v"]
        if v.low is not None:
            shown += 1
            held += v.low <= 1 <= v.high
    assert shown > 380
    assert held / shown > 0.95 - 4 * (0.05 * 0.95 / 400) ** 0.5


def test_design_is_never_below_one():
    luck = np.random.default_rng(7)
    worlds = [disparities(made(luck, texts=1), least=20, seed=b"")["v"] for _ in range(6)]
    assert all(v.design >= 1 for v in worlds)
    v = worlds[0]
    assert log(v.high / v.ratio) == pytest.approx(log(v.ratio / v.low))


def test_holm_by_hand():
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx(
        {"a": 0.03, "c": 0.06, "b": 0.06}
    )


@given(probabilities)
def test_holm_only_raises_and_keeps_the_order(ps):
    adjusted = holm(ps)
    assert adjusted.keys() == ps.keys()
    assert all(ps[name] <= adjusted[name] <= 1 for name in ps)
    by_size = sorted(ps, key=ps.__getitem__)
    assert [adjusted[name] for name in by_size] == sorted(adjusted.values())
