"""may_offer_control: a steward."""

from tests.debates.permissions import ALL


def test_may_offer_control(cast):
    cast.assert_allowed("may_offer_control", lambda c: (c.debate,), {"steward": ALL})
