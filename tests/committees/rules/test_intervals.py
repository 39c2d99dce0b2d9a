"""Intervals of a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.intervals import half_width, share, wilson


@pytest.mark.parametrize(("of", "half"), [(20, 0.13), (50, 0.083), (140, 0.05), (385, 0.03)])
def test_precision_is_that_of_the_protocol(of, half):
    assert half_width(0.10, of) == pytest.approx(half, abs=0.0025)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_is_as_tabulated(hits, of, low, high):
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.0001)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_mirrors(pair):
    hits, of = pair
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low))


def test_a_small_cell_is_not_shown():
    assert share(3, 19, least=20) is None
    assert share(0, 0, least=0) is None
    shown = share(5, 20, least=20)
    assert shown is not None
    assert (shown.hits, shown.of, shown.value) == (5, 20, 0.25)
