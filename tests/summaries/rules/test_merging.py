"""Two rewordings of one sentence become one without losing a word, or stand beside each other."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.summaries.rules.merging import merge

WORD = st.sampled_from("the ferry runs daily in winter not and for all who pay".split())
SENTENCE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
BASE = "The ferry runs every day in winter, say those who want to keep it."


def _new(base: str, after: str) -> Counter[str]:
    return Counter(after.split()) - Counter(base.split())


@given(SENTENCE, SENTENCE, SENTENCE)
def test_no_word_that_either_wrote_is_lost(base, one, other):
    merged = merge(base, one, other)
    if merged is not None:
        there = Counter(merged.split())
        assert _new(base, one) <= there
        assert _new(base, other) <= there


@given(SENTENCE, SENTENCE, SENTENCE)
def test_nothing_is_made_up(base, one, other):
    merged = merge(base, one, other)
    if merged is not None:
        assert set(merged.split()) <= {*base.split(), *one.split(), *other.split()}


@given(SENTENCE, SENTENCE, SENTENCE)
def test_order_of_the_two_does_not_matter(base, one, other):
    assert merge(base, one, other) == merge(base, other, one)


@given(SENTENCE, SENTENCE)
def test_equal_rewordings_merge(base, after):
    assert merge(base, after, after) == after


@given(SENTENCE, SENTENCE)
def test_rewording_of_one_stands_where_the_other_changed_nothing(base, after):
    assert merge(base, after, base) == after
    assert merge(base, base, after) == after


@given(st.lists(WORD, min_size=3, max_size=9), WORD, WORD)
def test_disjoint_rewordings_merge(middle, first, last):
    base = ["Aa", *middle, "Zz"]
    one, other = [f"{first}!", *middle, "Zz"], ["Aa", *middle, f"{last}?"]
    both = [f"{first}!", *middle, f"{last}?"]
    assert merge(" ".join(base), " ".join(one), " ".join(other)) == " ".join(both)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The ferry runs twice a day in winter, say those who want to keep it.",
            "The ferry runs most days in winter, say those who want to keep it.",
            id="the same words",
        ),
        pytest.param(f"{BASE} Daily.", f"{BASE} Always.", id="both add at one place"),
        pytest.param(
            "The ferry runs in winter, say those who want to keep it.",
            "The ferry runs every single day in winter, say those who want to keep it.",
            id="one takes out what the other adds to",
        ),
    ],
)
def test_rewordings_that_touch_do_not_merge(one, other):
    assert merge(BASE, one, other) is None


def test_two_people_who_make_the_same_correction_and_one_more_each():
    one = "A ferry runs each day in winter, say those who want to keep it."
    other = "The ferry runs each day in winter, say those who mean to keep it."
    assert merge(BASE, one, other) == (
        "A ferry runs each day in winter, say those who mean to keep it."
    )
