"""may_set_dates: a steward, of dates still ahead."""

from tests.debates.permissions import LIVING


def test_may_set_dates(cast):
    cast.assert_allowed("may_set_dates", lambda c: (c.debate,), {"steward": LIVING})
