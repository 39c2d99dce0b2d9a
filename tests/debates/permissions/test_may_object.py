"""may_object: any member but the proposer, during the notice."""

from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS


def test_may_object(cast):
    cast.assert_allowed(
        "may_object",
        lambda c: (c.debate,),
        {role: {Stage.PROPOSED} for role in MEMBERS - {"proposer"}},
    )
