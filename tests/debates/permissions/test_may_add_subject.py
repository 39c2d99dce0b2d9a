"""may_add_subject: a steward."""

from tests.debates.permissions import ALL


def test_may_add_subject(cast):
    cast.assert_allowed("may_add_subject", lambda _: (), {"steward": ALL})
