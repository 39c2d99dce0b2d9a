"""may_appeal_sanction: the one it is about, also while suspended."""

import pytest

from college.administration.actions.sanctions import ask_sanction
from college.administration.permissions import allows
from college.administration.rules.grounds import SanctionGround
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_appeal_sanction():
    make_college()
    steward, other = make_steward(), make_member()
    sanction = ask_sanction(
        act_by(steward), other, ground=SanctionGround.FLOODING, days=1, reason="So."
    )
    suspend(other)
    roles = {"reader": None, "member": make_member(), "steward": steward, "suspended": other}
    may = {role for role, m in roles.items() if allows("may_appeal_sanction", m, sanction)}
    assert may == {"suspended"}
