"""How many cases a comparison needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.power import least_ratio, needed_cases, power


@pytest.mark.parametrize(
    ("base", "ratio", "cases"),
    [
        (0.003, 1.25, 126_200),
        (0.003, 1.5, 35_400),
        (0.003, 2.0, 10_900),
        (0.01, 1.25, 37_600),
        (0.01, 1.5, 10_500),
        (0.01, 2.0, 3_240),
        (0.03, 1.25, 12_200),
        (0.03, 1.5, 3_420),
        (0.03, 2.0, 1_050),
        (0.10, 1.25, 3_380),
        (0.10, 1.5, 938),
        (0.10, 2.0, 285),
        (0.30, 1.25, 845),
        (0.30, 1.5, 228),
        (0.30, 2.0, 66),
    ],
)
def test_needed_cases_are_those_of_the_protocol(base, ratio, cases):
    assert needed_cases(base, ratio) == pytest.approx(cases, rel=0.006)


def test_repeated_authors_need_more():
    assert needed_cases(0.30, 1.5, design=1.5) == pytest.approx(1.5 * 228, rel=0.01)


@given(st.floats(0.02, 0.4), st.sampled_from([1.25, 1.5, 2.0]))
def test_as_many_as_are_needed_give_the_power(base, ratio):
    cases = needed_cases(base, ratio)
    assert power(cases, cases, base, ratio) >= 0.9
    assert power(cases - 1, cases - 1, base, ratio) < 0.9


@given(st.floats(0.05, 0.5), st.integers(20, 4000), st.integers(20, 4000))
def test_the_least_ratio_is_the_first_that_is_seen(base, cases, others):
    least = least_ratio(cases, others, base)
    if least is None:
        assert power(cases, others, base, 1 / base) < 0.9
    else:
        assert power(cases, others, base, least) >= 0.9
        assert least <= 1.001 or power(cases, others, base, least - 0.0011) < 0.9


def test_nothing_can_be_seen_beside_nothing():
    assert least_ratio(100, 100, 0.0) is None
    assert least_ratio(20, 20, 0.9) is None
