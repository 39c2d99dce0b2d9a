"""A challenge's life."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.challenges import ChallengeState, Put, is_equal, may_answer, status

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MOMENTS = st.none() | st.timedeltas(timedelta(-9), timedelta(9)).map(lambda delta: NOW + delta)


@given(MOMENTS, MOMENTS)
def test_an_answered_challenge_is_neither_standing_nor_overdue(due, answered):
    found = status(due_at=due, answered_at=answered, now=NOW)
    assert (found is ChallengeState.ANSWERED) == (answered is not None)


@pytest.mark.parametrize(
    ("due_in", "expected"),
    [
        (timedelta(seconds=1), ChallengeState.STANDING),
        (timedelta(0), ChallengeState.OVERDUE),
        (timedelta(seconds=-1), ChallengeState.OVERDUE),
    ],
)
def test_overdue_from_the_moment_it_is_due(due_in, expected):
    assert status(due_at=NOW + due_in, answered_at=None, now=NOW) is expected


@given(st.integers(1, 3), st.integers(1, 3), st.sampled_from("ab"), st.sampled_from("ab"))
def test_equal_is_the_same_question_about_the_same_text_unanswered(one, two, form, other):
    assert is_equal(Put(one, form), Put(two, other)) == (one == two and form == other)
    assert not is_equal(Put(one, form), Put(one, form, awaits=False))


@pytest.mark.parametrize(
    ("member", "viewpoint", "author_viewpoint", "expected"),
    [
        # The author, whatever they hold now.
        (1, 7, 7, True),
        (1, 8, 7, True),
        (1, None, None, True),
        # Others, when they hold the viewpoint the text was said for.
        (2, 7, 7, True),
        (2, 8, 7, False),
        (2, None, 7, False),
        # Being undecided is no viewpoint: nobody else holds an undecided author's text.
        (2, None, None, False),
        (2, 7, None, False),
    ],
)
def test_who_holds_a_text_may_answer(member, viewpoint, author_viewpoint, expected):
    assert may_answer(member, viewpoint, author=1, author_viewpoint=author_viewpoint) is expected
