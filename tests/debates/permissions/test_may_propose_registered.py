"""may_propose_registered: any member, of a question in the register."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS


def test_may_propose_registered(cast):
    cast.assert_allowed(
        "may_propose_registered",
        lambda c: (c.debate,),
        {role: {Stage.REGISTERED} for role in MEMBERS},
    )
