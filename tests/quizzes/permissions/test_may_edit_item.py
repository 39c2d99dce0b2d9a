"""may_edit_item: its writer, while it is a draft."""

import pytest

from college.quizzes.rules.life import ItemState
from tests.factories.people import suspend
from tests.factories.quizzes import make_item
from tests.quizzes.permissions.writers import make_writers

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ItemState)
def test_only_its_writer_edits_a_draft_and_nobody_anything_else(state):
    writers = make_writers()
    side = writers.bank.viewpoints[0]
    by = writers.roles["undecided"]
    item = make_item(writers.bank.quiz, viewpoint=side, state=state, by=by)
    expected = {"undecided"} if state is ItemState.DRAFT else set()
    assert writers.allowed("may_edit_item", item) == expected


def test_a_suspended_writer_waits():
    writers = make_writers()
    by = writers.roles["undecided"]
    item = make_item(
        writers.bank.quiz, viewpoint=writers.bank.viewpoints[0], state=ItemState.DRAFT, by=by
    )
    suspend(by)
    assert writers.allowed("may_edit_item", item) == set()
