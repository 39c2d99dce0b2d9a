"""may_reason_omission: an editor of either team, in every state of the summary."""

import pytest

from college.summaries.actions.editors import leave_seat
from college.summaries.permissions import allows
from college.summaries.queries import editors
from college.summaries.rules.life import SummaryState
from tests.factories.colleges import make_college
from tests.factories.people import suspend
from tests.factories.summaries import Desk, make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    make_college()
    return make_summary()


def test_may_reason_omission(desk):
    roles = {
        "reader without account": None,
        "reader": desk.reader,
        "undecided": desk.undecided,
        "delegate": desk.delegates[0],
        "first team": desk.teams[1][0],
        "second team": desk.teams[2][1],
    }
    for state in SummaryState:
        desk.summary.__class__.objects.update(state=state)
        found = {r for r, m in roles.items() if allows("may_reason_omission", m, desk.summary)}
        assert found == {"first team", "second team"}, state


def test_who_left_or_is_suspended_reasons_no_more(desk):
    gone, stopped = desk.teams[1]
    leave_seat(desk.act(gone), editors.seat_of(gone, desk.summary))
    suspend(stopped)
    for member in (gone, stopped):
        assert not allows("may_reason_omission", member, desk.summary)
