"""When teams agree on a section, and what stands where they did not in time."""

import itertools

import pytest

from college.summaries.rules.documents import Written, digest
from college.summaries.rules.life import Side, Take
from college.summaries.rules.sections import Section, SectionKind
from college.summaries.rules.settling import Signed, agreed, left, taken

TERMS = Section(SectionKind.TERMS)


@pytest.mark.parametrize(("one", "other"), [*itertools.product(list(Take)[:3], repeat=2)])
def test_agreed_when_both_take_the_same(one, other):
    both = {Side.FIRST: Signed(one), Side.SECOND: Signed(other)}
    assert agreed(both, third="t") == (one if one is other else None)


def test_one_side_alone_agrees_on_nothing():
    assert agreed({Side.FIRST: Signed(Take.FIRST)}, third="") is None
    assert agreed({}, third="") is None


@pytest.mark.parametrize(
    ("first", "second", "now", "result"),
    [
        ("x", "x", "x", Take.THIRD),
        ("x", "x", "y", None),
        ("x", "y", "y", None),
    ],
)
def test_third_text_is_agreed_on_in_the_very_same_words(first, second, now, result):
    both = {Side.FIRST: Signed(Take.THIRD, first), Side.SECOND: Signed(Take.THIRD, second)}
    assert agreed(both, third=now) is result


@pytest.mark.parametrize(
    ("first", "second", "end"),
    [
        (["One."], ["Another."], None),
        (["One."], [], Take.FIRST),
        ([], ["Another."], Take.SECOND),
        ([], [], Take.BOTH),
        (["One."], ["One."], Take.BOTH),
    ],
)
def test_what_is_left_when_the_time_is_over(first, second, end):
    assert left(first, second, returned=False) is end
    assert left(first, second, returned=True) is Take.THIRD


def test_mirror_of_what_is_left():
    swapped = {Take.FIRST: Take.SECOND, Take.SECOND: Take.FIRST, None: None}
    assert left([], [], returned=False) is left(["A."], ["A."], returned=False)
    for one, other in itertools.permutations([["One."], ["Another."], []], 2):
        assert left(other, one, returned=False) is swapped[left(one, other, returned=False)]


def test_verdicts():
    assert taken("first-draft") is Take.FIRST
    assert taken("second-draft") is Take.SECOND
    assert taken("") is Take.BOTH


def test_digest_is_of_section_words_order_and_links():
    one, two = Written("a" * 13, "One.", (("c" * 13, "f" * 64),)), Written("b" * 13, "Two.")
    found = {
        digest(TERMS, [one, two]),
        digest(TERMS, [two, one]),
        digest(TERMS, [one]),
        digest(TERMS, [Written(one.statement, one.text), two]),
        digest(Section(SectionKind.OPEN), [one, two]),
        digest(TERMS, [Written(one.statement, "One!", one.links), two]),
    }
    assert len(found) == 6
    assert digest(TERMS, [one, two]) in found
