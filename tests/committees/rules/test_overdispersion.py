"""The Beta-binomial test of rosters and standing bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import overdispersion
from college.committees.rules.overdispersion import least_reversals, needed_cases, power, tail


@pytest.mark.parametrize(
    ("true_mean", "rho", "alpha", "cases"),
    [
        (0.8, 0.02, 0.01, 5),
        (0.8, 0.05, 0.01, 7),
        (0.8, 0.05, 0.001, 11),
        (0.5, 0.02, 0.01, 18),
        (0.5, 0.05, 0.01, 39),
        (0.3, 0.02, 0.01, 176),
        (0.3, 0.05, 0.01, None),  # not within 400
    ],
)
def test_needed_cases_are_those_of_the_protocol(true_mean, rho, alpha, cases):
    assert needed_cases(0.08, true_mean, rho, alpha) == cases


def test_a_binomial_test_would_accuse_more():
    assert least_reversals(50, 0.08, 0.0, 0.01) < least_reversals(50, 0.08, 0.05, 0.01)


def test_one_case_can_never_be_tested():
    assert least_reversals(1, 0.08, 0.02, 0.01) is None
    assert power(1, 0.08, 0.8, 0.02, 0.01) == 0


@given(st.integers(1, 60), st.floats(0.02, 0.5), st.sampled_from([0.0, 0.02, 0.05, 0.3]))
def test_tails_fall_from_one(cases, mean, rho):
    tails = [tail(x, cases, mean, rho) for x in range(cases + 2)]
    assert tails[0] == pytest.approx(1)
    assert tails == sorted(tails, reverse=True)


@given(st.integers(2, 60), st.floats(0.02, 0.5), st.sampled_from([0.0, 0.02, 0.05]))
def test_the_test_keeps_its_alpha_and_rejects_as_soon_as_it_may(cases, mean, rho):
    least = least_reversals(cases, mean, rho, 0.01)
    if least is not None:
        assert overdispersion.tail(least, cases, mean, rho) <= 0.01 + 1e-9
        assert overdispersion.tail(least - 1, cases, mean, rho) > 0.01
