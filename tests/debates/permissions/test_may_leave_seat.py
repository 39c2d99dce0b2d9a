"""may_leave_seat: the moderator, at any time."""

from tests.debates.permissions import ALL


def test_may_leave_seat(cast):
    cast.assert_allowed("may_leave_seat", lambda c: (c.seat,), {"moderator": ALL})
