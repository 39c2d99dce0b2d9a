"""may_object_to_delegate: another holder of the viewpoint, until the delegate stands."""

from college.debates.permissions import allows
from tests.debates.permissions import LIVING


def test_may_object_to_delegate(cast):
    waiting = cast.offer()

    def offer(c):
        return type(waiting).objects.select_related("viewpoint__debate").get(pk=waiting.pk)

    cast.assert_allowed(
        "may_object_to_delegate", lambda c: (offer(c),), {"holder": LIVING, "delegate": LIVING}
    )


def test_may_object_to_delegate_not_once_they_stand(cast):
    assert not allows("may_object_to_delegate", cast.roles["holder"], cast.delegacy)
