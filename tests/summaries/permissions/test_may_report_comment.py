"""may_report_comment: any member but its author, of a comment that stands."""

import pytest

from college.summaries.rules.life import CommentState
from tests.factories.comments import comment
from tests.summaries.permissions.comments import make_readers

pytestmark = pytest.mark.django_db


def test_members_report_comments_of_others_that_can_be_read():
    readers = make_readers()
    made = comment(readers.shelf, readers.roles["author"])
    for state in CommentState:
        made.state = state
        stands = state is CommentState.STANDING
        expected = {"other", "undecided", "steward"} if stands else set()
        assert readers.allowed("may_report_comment", made) == expected, state
