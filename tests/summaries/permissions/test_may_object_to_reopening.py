"""may_object_to_reopening: any member but the one who proposes it, while its notice runs."""

import pytest

from college.summaries.models import Reopening
from college.summaries.rules.life import ReopeningState
from tests.summaries.permissions.turning import EVERYBODY, make_roles

pytestmark = pytest.mark.django_db


def test_others_object_while_the_notice_runs() -> None:
    roles = make_roles()
    row = Reopening(crux=roles.turning.crux(), by=roles.roles["second"])
    allowed = {}
    for state in ReopeningState:
        row.state = state
        allowed[state] = roles.allowed("may_object_to_reopening", row)
    others = EVERYBODY - {"second"}
    assert allowed == {
        state: others if state is ReopeningState.NOTICED else set() for state in ReopeningState
    }
