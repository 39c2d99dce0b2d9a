"""Nobody passes for another by a space, an accent, a width or a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.people.rules.names import RESERVED, fault, folded, tidy_name


@pytest.mark.parametrize(
    ("name", "like"),
    [("Ada  Lovelace", "ada lovelace"), ("José", "Jose"), ("Ａｄａ", "Ada"), ("a.d.a", "ADA")],
)
def test_folded_of_look_alikes_is_equal(name, like):
    assert folded(name) == folded(like)


def test_folded_of_different_names_differs():
    assert folded("Ada") != folded("Adam")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada", ""),
        ("", "empty"),
        ("…!", "empty"),
        ("x" * 41, "too-long"),
        ("Steward", "reserved"),
        ("ada@example.org", "address"),
        ("https://x.example", "address"),
    ],
)
def test_fault_names_what_is_wrong(name, expected):
    assert fault(name, longest=40) == (expected and f"people.name.{expected}")


@given(st.text(max_size=60))
def test_tidy_name_is_stable(name):
    assert tidy_name(tidy_name(name)) == tidy_name(name)


@given(st.sampled_from(sorted(RESERVED)), st.sampled_from([str.upper, str.title, str.strip]))
def test_fault_of_reserved_names_in_any_case(name, change):
    assert fault(change(name), longest=40) == "people.name.reserved"
