"""may_propose_charter: every member in standing, one proposal at a time."""

import pytest

from college.administration.actions.proposals import propose_charter
from college.administration.permissions import allows
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_propose_charter():
    make_college()
    busy = make_member()
    propose_charter(act_by(busy), lines="clocks.open = '30 days'", reason="So.")
    roles = {
        "reader": None,
        "member": make_member(),
        "steward": make_steward(),
        "suspended": suspend(make_member()),
        "busy": busy,
    }
    may = {role for role, member in roles.items() if allows("may_propose_charter", member)}
    assert may == {"member", "steward"}
