"""may_invite: any member, until the debate is closing."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS, UNTIL_OPEN


def test_may_invite(cast):
    stages = UNTIL_OPEN | {Stage.OPEN}
    cast.assert_allowed("may_invite", lambda c: (c.debate,), dict.fromkeys(MEMBERS, stages))
