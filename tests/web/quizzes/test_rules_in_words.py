"""Panels read what they are asked in words, whichever room asks."""

import pytest

from college.web.committees.rules_in_words import rule_words


@pytest.mark.parametrize("rule", ["key-stands", "unfair-item"])
def test_rules_of_quizzes_are_read_by_panels_in_words(rule):
    words = rule_words(rule)
    assert str(words.title) != rule.replace("-", " ")
    assert words.text
    assert words.examples
    assert words.counter_examples
