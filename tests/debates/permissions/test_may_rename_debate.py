"""may_rename_debate: a steward."""

from tests.debates.permissions import ALL


def test_may_rename_debate(cast):
    cast.assert_allowed("may_rename_debate", lambda c: (c.debate,), {"steward": ALL})
