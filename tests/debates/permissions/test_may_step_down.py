"""may_step_down: the delegate, at any time."""

from tests.debates.permissions import ALL


def test_may_step_down(cast):
    cast.assert_allowed("may_step_down", lambda c: (c.delegacy,), {"delegate": ALL})
