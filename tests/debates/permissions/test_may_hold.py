"""may_hold: any member, from the framing until the debate is closed."""

from tests.debates.permissions import LIVING, MEMBERS


def test_may_hold(cast):
    cast.assert_allowed("may_hold", lambda c: (c.debate,), dict.fromkeys(MEMBERS, LIVING))
