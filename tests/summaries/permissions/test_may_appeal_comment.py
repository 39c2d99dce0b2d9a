"""may_appeal_comment: the author, of a restriction in force, once; also while suspended."""

import pytest

from college.people.models import Member
from college.summaries.actions.comment_hearings import report_comment
from college.summaries.queries.comment_hearings import by_case
from tests.factories.comments import comment
from tests.factories.people import act_by, suspend
from tests.summaries.permissions.comments import make_readers

pytestmark = pytest.mark.django_db
REASON = "It calls another member names instead of answering."


@pytest.fixture
def readers():
    return make_readers()


@pytest.fixture
def hearing(readers):
    """A hearing that restricted the comment, as a verdict leaves it."""
    made = comment(readers.shelf, readers.roles["author"])
    act = act_by(readers.roles["other"], readers.shelf.stand.at)
    report = report_comment(act, made, ground="insult", reason=REASON)
    found = by_case(report.hearing.case_id)
    found.reason, found.restricted_at = report.reason, act.at
    return found


def test_author_appeals_also_while_suspended(readers, hearing):
    assert readers.allowed("may_appeal_comment", hearing) == {"author"}
    suspend(readers.roles["author"])
    readers.roles["author"] = Member.objects.get(pk=readers.roles["author"].pk)
    assert readers.allowed("may_appeal_comment", hearing) == {"author"}


def test_nobody_appeals_twice_or_where_nothing_is_in_force(readers, hearing):
    hearing.case.appealed_at = hearing.restricted_at
    assert readers.allowed("may_appeal_comment", hearing) == set()
    hearing.case.appealed_at, hearing.lifted_at = None, hearing.restricted_at
    assert readers.allowed("may_appeal_comment", hearing) == set()
    hearing.restricted_at = hearing.lifted_at = None
    assert readers.allowed("may_appeal_comment", hearing) == set()
