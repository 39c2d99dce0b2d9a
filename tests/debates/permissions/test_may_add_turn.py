"""may_add_turn: any member, until the debate is closed."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import ALL, MEMBERS


def test_may_add_turn(cast):
    cast.assert_allowed(
        "may_add_turn", lambda c: (c.debate,), {role: ALL - {Stage.CLOSED} for role in MEMBERS}
    )
