"""may_moderate: a holder of an admitted viewpoint who does not speak for it and has no seat."""

from college.debates.permissions import allows
from tests.debates.permissions import LIVING


def test_may_moderate(cast):
    cast.assert_allowed("may_moderate", lambda c: (c.debate,), {"holder": LIVING})


def test_may_moderate_not_by_holding_a_viewpoint_in_its_notice(cast):
    assert not allows("may_moderate", cast.pending.proposed_by, cast.debate)
