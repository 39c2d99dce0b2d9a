"""may_support_charter: every other member, once, until panels are asked."""

import pytest

from college.administration.actions.proposals import propose_charter, support_charter
from college.administration.permissions import allows
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def propose(member):
    return propose_charter(act_by(member), lines="clocks.open = '30 days'", reason="So.")


def test_may_support_charter():
    make_college()
    proposer, supporter = make_member(), make_member()
    proposal = propose(proposer)
    support_charter(act_by(supporter), proposal)
    roles = {
        "reader": None,
        "member": make_member(),
        "steward": make_steward(),
        "suspended": suspend(make_member()),
        "proposer": proposer,
        "supporter": supporter,
    }
    may = {role for role, m in roles.items() if allows("may_support_charter", m, proposal)}
    assert may == {"member", "steward"}


def test_may_support_charter_not_once_panels_are_asked():
    make_college()
    asked = propose(make_steward())
    assert not allows("may_support_charter", make_member(), asked)
