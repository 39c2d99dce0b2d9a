"""may_withdraw_comment: its author, while it stands or is restricted."""

import pytest

from college.people.models import Member
from college.summaries.rules.life import CommentState
from tests.factories.comments import comment
from tests.factories.people import suspend
from tests.summaries.permissions.comments import make_readers

pytestmark = pytest.mark.django_db


def test_author_takes_a_comment_back_while_it_is_there():
    readers = make_readers()
    made = comment(readers.shelf, readers.roles["author"])
    for state in CommentState:
        made.state = state
        there = state in {CommentState.STANDING, CommentState.RESTRICTED}
        found = readers.allowed("may_withdraw_comment", made)
        assert found == ({"author"} if there else set()), state


def test_suspended_author_does_not():
    readers = make_readers()
    made = comment(readers.shelf, readers.roles["author"])
    suspend(readers.roles["author"])
    readers.roles["author"] = Member.objects.get(pk=readers.roles["author"].pk)
    assert readers.allowed("may_withdraw_comment", made) == set()
