"""may_succeed: the author, where the stage takes a text of that kind."""

from college.debates.rules.stages import Stage
from tests.debates.permissions.said import claim_of, fresh


def test_may_succeed(cast):
    claim = claim_of(cast, "holder")
    cast.assert_allowed("may_succeed", lambda c: (fresh(claim),), {"holder": {Stage.OPEN}})
