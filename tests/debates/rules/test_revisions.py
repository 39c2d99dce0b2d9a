"""Corrections, and links that turn stale."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from college.debates.rules.revisions import changed_words, in_grace, is_minor, is_stale

AT = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = st.lists(st.sampled_from("the ferry runs every day in winter or not".split()), max_size=60)


@given(TEXTS, TEXTS)
def test_changed_words_are_none_only_for_the_same_words(one, two):
    assert (changed_words(one, two) == 0) == (one == two)


def kept_slowly(one, two):
    """The most words in both in the same order, cell by cell."""
    row = [0] * (len(two) + 1)
    for word in one:
        above, corner = row[:], 0
        for at, other in enumerate(two, start=1):
            row[at] = corner + 1 if word == other else max(above[at], row[at - 1])
            corner = above[at]
    return row[-1]


@given(TEXTS, TEXTS)
def test_changed_words_are_the_fewest_there_can_be(one, two):
    assert changed_words(one, two) == max(len(one), len(two)) - kept_slowly(one, two)


# Six equal words with another among them: the longest equal stretch is not where to look for the fewest.
@example(["ferry"] * 6, 2)
@given(TEXTS, st.integers(0, 59))
def test_one_word_is_always_a_minor_change(words, at):
    if words:
        changed = list(words)
        changed[at % len(words)] = "Typo"
        assert is_minor(" ".join(words), " ".join(changed))


def test_another_sentence_is_no_minor_change():
    assert not is_minor("The ferry runs every day.", "Nobody needs a boat in winter at all.")


def test_a_short_sentence_is_not_replaced_word_by_word():
    assert not is_minor("Nobody needs it.", "Everybody rows across.")
    assert is_minor("Nobody neds it.", "Nobody needs it.")


def test_a_longer_text_bears_more_corrections():
    words = [f"word{n}" for n in range(60)]
    six = ["x"] * 6 + words[6:]
    assert is_minor(" ".join(words), " ".join(six))
    assert not is_minor(" ".join(words), " ".join(["x"] * 7 + words[7:]))


@pytest.mark.parametrize(("minutes", "expected"), [(14, True), (15, False), (16, False)])
def test_grace_ends_on_the_minute(minutes, expected):
    grace = timedelta(minutes=15)
    assert in_grace(AT, now=AT + timedelta(minutes=minutes), grace=grace) is expected


@given(st.integers(1, 9), st.integers(1, 9))
def test_law_9_a_link_is_stale_unless_it_pins_the_newest_wording(pinned, head):
    assert is_stale(pinned=pinned, head=head) == (pinned != head)
