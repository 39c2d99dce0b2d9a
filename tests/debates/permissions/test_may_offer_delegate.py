"""may_offer_delegate: a holder who neither speaks yet nor moderates."""

from tests.debates.permissions import LIVING


def test_may_offer_delegate(cast):
    cast.assert_allowed("may_offer_delegate", lambda c: (c.a,), {"holder": LIVING})
