"""may_ask_sanction: a steward, of somebody else who takes part, one case at a time."""

import pytest

from college.administration.actions.sanctions import ask_sanction
from college.administration.permissions import allows
from college.administration.rules.grounds import SanctionGround
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_ask_sanction():
    make_college()
    steward, other = make_steward(), make_member()
    roles = {
        "reader": None,
        "member": make_member(),
        "steward": steward,
        "suspended steward": suspend(make_steward()),
    }
    may = {role for role, m in roles.items() if allows("may_ask_sanction", m, other)}
    assert may == {"steward"}
    assert not allows("may_ask_sanction", steward, steward)
    assert not allows("may_ask_sanction", steward, suspend(make_member()))
    ask_sanction(act_by(steward), other, ground=SanctionGround.FLOODING, days=1, reason="So.")
    assert not allows("may_ask_sanction", steward, other)
