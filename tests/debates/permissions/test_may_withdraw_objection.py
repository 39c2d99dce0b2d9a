"""may_withdraw_objection: the one who made it, while it waits."""

from college.debates.actions.objections import object_to_viewpoint
from tests.debates.permissions import ALL


def test_may_withdraw_objection(cast):
    act = cast.stand.act(cast.roles["holder"])
    objection = object_to_viewpoint(act, cast.pending, reason="It mixes two viewpoints in one.")
    cast.assert_allowed("may_withdraw_objection", lambda _: (objection,), {"holder": ALL})
