"""may_object_to_viewpoint: any member but its proposer, until it is admitted."""

from college.debates.permissions import allows
from tests.debates.permissions import LIVING, MEMBERS


def test_may_object_to_viewpoint(cast):
    cast.assert_allowed(
        "may_object_to_viewpoint", lambda c: (c.pending,), dict.fromkeys(MEMBERS, LIVING)
    )


def test_may_object_to_viewpoint_not_its_proposer_nor_once_admitted(cast):
    assert not allows("may_object_to_viewpoint", cast.pending.proposed_by, cast.pending)
    assert not allows("may_object_to_viewpoint", cast.roles["holder"], cast.a)
