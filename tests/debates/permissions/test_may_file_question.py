"""may_file_question: a steward."""

from tests.debates.permissions import ALL


def test_may_file_question(cast):
    cast.assert_allowed("may_file_question", lambda c: (c.debate,), {"steward": ALL})
