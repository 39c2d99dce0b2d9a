"""may_ask_split: holders of the viewpoint and the moderators, until the debate is closed."""

from tests.debates.permissions.test_may_ask_merger import SHAPING, again


def test_may_ask_split(cast):
    expected = dict.fromkeys(("holder", "delegate", "moderator"), SHAPING)
    cast.assert_allowed("may_ask_split", lambda c: (again(c.a),), expected)


def test_nobody_splits_what_is_not_admitted(cast):
    cast.assert_allowed("may_ask_split", lambda c: (c.pending,), {})
