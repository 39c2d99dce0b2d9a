"""Texts that share most of their words may say the same."""

from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.repeats import are_alike, likeness


def test_the_same_in_other_order_is_alike():
    assert are_alike("The ferry loses money every winter.", "Every winter the ferry loses money!")


def test_another_assertion_about_the_same_thing_is_not():
    assert not are_alike("The ferry loses money.", "The ferry is the only way for schoolchildren.")


def test_no_words_are_like_nothing():
    assert likeness("", "") == 0


@given(st.text(), st.text())
def test_likeness_is_mutual_and_a_per_cent(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 100
