"""may_take_in: any member, until the debate is closing."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS, UNTIL_OPEN


def test_may_take_in(cast):
    stages = UNTIL_OPEN | {Stage.OPEN}
    cast.assert_allowed("may_take_in", lambda c: (c.debate,), dict.fromkeys(MEMBERS, stages))
