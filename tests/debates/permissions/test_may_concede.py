"""may_concede: the delegate of a viewpoint, a claim that was not said for it."""

from college.debates.rules.stages import Stage
from tests.debates.permissions.said import claim_of, fresh


def test_may_concede(cast):
    claim = claim_of(cast, "moderator")  # holds B
    expected = {"delegate": {Stage.OPEN, Stage.CLOSING}}
    cast.assert_allowed("may_concede", lambda c: (fresh(claim),), expected)


def test_nobody_concedes_what_is_their_own(cast):
    claim = claim_of(cast, "holder")
    cast.assert_allowed("may_concede", lambda c: (fresh(claim),), {})
