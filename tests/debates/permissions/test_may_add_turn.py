"""may_add_turn: any member, until the debate is closed."""

from college.debates.rules.stages import OVER
from tests.debates.permissions import ALL, MEMBERS


def test_may_add_turn(cast):
    cast.assert_allowed("may_add_turn", lambda c: (c.debate,), dict.fromkeys(MEMBERS, ALL - OVER))
