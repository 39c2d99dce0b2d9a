"""Findings of a tally: each item once, and not again what panels found no fault with."""

from college.quizzes.rules.flags import Finding, to_hear
from college.quizzes.rules.reasons import unsaid


def test_the_largest_finding_of_an_item_is_heard():
    small, large = Finding("one", "a", True, 1600), Finding("one", "b", False, 2000)
    other = Finding("other", "a", False, 1500)
    assert to_hear([small, other, large], ()) == [large, other]


def test_what_was_kept_is_not_asked_about_again_unless_it_turns_round():
    kept = {("one", "a", True)}
    assert to_hear([Finding("one", "a", True, 1900)], kept) == []
    turned = Finding("one", "a", False, 1900)
    assert to_hear([turned], kept) == [turned]
    assert (turned.signed, Finding("one", "a", True, 1900).signed) == (1900, -1900)


def test_panels_that_did_not_confirm_are_named():
    assert unsaid([True, False]).startswith("Panel B did not")
    assert unsaid([False, False]).startswith("Panels A and B did not")
    assert unsaid([]).startswith("Not everybody")
