"""Intervals of a share."""

import pytest

from college.committees.rules.intervals import half_width, share


@pytest.mark.parametrize(("of", "half"), [(20, 0.13), (50, 0.083), (140, 0.05), (385, 0.03)])
def test_precision_is_that_of_the_protocol(of, half):
    assert half_width(0.10, of) == pytest.approx(half, abs=0.0025)


def test_a_small_cell_is_not_shown():
    assert share(3, 19, least=20) is None
    assert share(0, 0, least=0) is None
    shown = share(5, 20, least=20)
    assert shown is not None
    assert (shown.hits, shown.of, shown.value) == (5, 20, 0.25)
