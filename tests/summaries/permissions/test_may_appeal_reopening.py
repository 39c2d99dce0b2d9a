"""may_appeal_reopening: the one who proposed it, once, where first panels stopped it."""

import pytest

from college.committees.models import Case
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice
from college.summaries.models import Reopening
from college.summaries.rules.life import ReopeningState
from tests.summaries.permissions.turning import make_roles

pytestmark = pytest.mark.django_db


def test_the_one_who_proposed_it_appeals_once() -> None:
    roles = make_roles()
    case = Case(step=Step.FIRST, verdict=Choice.GRANT)
    row = Reopening(crux=roles.turning.crux(), by=roles.roles["second"], case=case)
    allowed = {}
    for state in ReopeningState:
        row.state = state
        allowed[state] = roles.allowed("may_appeal_reopening", row)
    stopped = ReopeningState.STOPPED
    assert allowed == {state: {"second"} if state is stopped else set() for state in allowed}
    row.state, case.step = stopped, Step.REVIEW
    assert roles.allowed("may_appeal_reopening", row) == set()
