"""Codes and moments in the reader's language."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from college.debates.rules.kinds import Kind
from college.web.acts import now
from college.web.templatetags.college_words import day, moment, near, word


def test_word_of_a_member_and_of_its_stored_text_are_the_same() -> None:
    assert word(Kind.CLAIM) == word("claim", "debates.Kind") == "claim"


def test_word_of_a_bare_text_is_a_programming_error() -> None:
    with pytest.raises(TypeError, match="name its enum"):
        word("claim")


def test_word_of_an_unknown_text_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="'opinion' is not a valid Kind"):
        word("opinion", "debates.Kind")


def test_moment_is_written_in_utc_and_never_relative() -> None:
    at = datetime(2026, 3, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    written = '<time datetime="2026-02-28T23:30:00.000Z">28 February 2026, 23:30 UTC</time>'
    assert moment(at) == written


def test_day_of_a_moment_is_the_day_in_utc() -> None:
    at = datetime(2026, 3, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert day(at) == '<time datetime="2026-02-28T23:30:00.000Z">28 February 2026</time>'
    assert day(date(2026, 3, 1)) == '<time datetime="2026-03-01">1 March 2026</time>'
    assert day(datetime(2026, 3, 1, tzinfo=UTC)).endswith(">1 March 2026</time>")


def test_near_moment_is_written_with_its_time_and_a_far_one_without() -> None:
    far = datetime(2026, 3, 1, 1, 30, tzinfo=UTC) - timedelta(days=3650)
    soon = now() + timedelta(hours=3)
    assert near(far) == day(far)
    assert near(soon) == moment(soon)
