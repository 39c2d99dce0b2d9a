"""A number is found as people write it, and with a tolerance that can be met."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.numbers import first_in


@pytest.mark.parametrize(
    ("words", "value", "tolerance", "unit"),
    [
        ("It carries 1,250 people a day.", "1250", "125", ""),
        ("It carries 12\u202f500 people.", "12500", "1250", ""),
        ("Fares rose by 18.5 % in a year.", "18.5", "1.8", "%"),
        ("Fares rose by 18,5 in a year.", "18.5", "1.8", ""),
        ("Since 2019 three ferries run.", "2019", "2", ""),
        ("There are 4 boats.", "4", "0", ""),
        ("0.5 of it is left", "0.5", "0", ""),
    ],
)
def test_numbers_that_sentences_name(words, value, tolerance, unit):
    estimate = first_in(words).estimate
    assert (estimate.value, estimate.tolerance, estimate.unit) == (value, tolerance, unit)


@pytest.mark.parametrize(
    "words",
    [
        "No number.",
        "See version 1.2.3 of it.",
        "On 2019-03-04 it ran.",
        "Route B12 stops.",
        "3/4 left",
    ],
)
def test_what_is_no_number(words):
    assert first_in(words) is None


@given(st.text(st.sampled_from("0123456789.,' abc-%"), max_size=40))
def test_whatever_is_written_value_and_tolerance_are_plain_decimals(words):
    found = first_in(words)
    if found is not None:
        value, tolerance = Decimal(found.estimate.value), Decimal(found.estimate.tolerance)
        assert "e" not in (found.estimate.value + found.estimate.tolerance).lower()
        assert 0 <= tolerance <= max(value, Decimal(2))
        assert found.blanked.count("[…]") == 1
