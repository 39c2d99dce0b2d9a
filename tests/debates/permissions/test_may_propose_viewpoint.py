"""may_propose_viewpoint: any member, while the debate is framed or open."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS


def test_may_propose_viewpoint(cast):
    cast.assert_allowed(
        "may_propose_viewpoint",
        lambda c: (c.debate,),
        {role: {Stage.FRAMING, Stage.OPEN} for role in MEMBERS},
    )
