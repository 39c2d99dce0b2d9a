"""One debate with everybody in it, for the tests of permissions: every role at every stage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from college.debates.models import Debate, Delegate, Moderator, Viewpoint
from college.debates.permissions import PERMISSIONS, allows
from college.debates.rules.stages import Stage
from college.people.models import Member
from tests.factories.colleges import make_college
from tests.factories.debates import (
    Stand,
    add_delegate,
    add_holder,
    add_pair,
    add_viewpoint,
    make_debate,
)
from tests.factories.people import make_member, make_steward, suspend

Subject = Callable[["Cast"], tuple[object, ...]]
Expected = Mapping[str, set[Stage]]


@dataclass
class Cast:
    """An open debate with two viewpoints and a third in its notice, and one member for each role.

    ``reader`` (no member), ``newcomer`` (nothing declared), ``undecided``, ``holder`` of A, standing
    ``delegate`` of A, ``moderator`` (holder of B), ``steward``, ``suspended`` (holder of A), and
    ``proposer`` of the question (nothing declared).
    """

    stand: Stand
    roles: dict[str, Member | None]

    @property
    def debate(self) -> Debate:
        return self.stand.debate

    @property
    def a(self) -> Viewpoint:
        return self._of_debate(self.stand.viewpoints[0])

    @property
    def pending(self) -> Viewpoint:
        return self._of_debate(self.stand.viewpoints[2])

    @property
    def delegacy(self) -> Delegate:
        return self._spoken(self.roles["delegate"])

    def offer(self) -> Delegate:
        """Somebody else's offer to speak for A."""
        return self._spoken(add_delegate(self.stand, self.stand.viewpoints[0]))

    @property
    def seat(self) -> Moderator:
        return Moderator.objects.select_related("debate").get(member=self.roles["moderator"])

    def move_to(self, stage: Stage) -> None:
        """Put the debate at a stage; permissions look at nothing else of its life."""
        self.stand.debate.stage = stage
        self.stand.debate.save(update_fields=["stage"])

    def assert_allowed(self, permission: str, subject: Subject, expected: Expected) -> None:
        """At every stage, exactly the roles expected are allowed. ``subject`` is made afresh for each."""
        assert permission in PERMISSIONS
        for stage in Stage:
            self.move_to(stage)
            found = {r for r, m in self.roles.items() if allows(permission, m, *subject(self))}
            wanted = {role for role, stages in expected.items() if stage in stages}
            assert found == wanted, f"{permission} at {stage}"

    def _of_debate(self, viewpoint: Viewpoint) -> Viewpoint:
        return Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)

    def _spoken(self, member: Member | None) -> Delegate:
        return Delegate.objects.select_related("viewpoint__debate").get(member=member)


@pytest.fixture
def cast(db: None) -> Cast:
    make_college()
    stand = make_debate(Stage.OPEN)
    a = stand.viewpoints[0]
    delegate = add_delegate(stand, a)
    stand.wait(days=7)
    roles: dict[str, Member | None] = {
        "reader": None,
        "newcomer": make_member(at=stand.at),
        "undecided": add_holder(stand, None),
        "holder": add_holder(stand, a),
        "delegate": delegate,
        "moderator": add_pair(stand)[1],
        "steward": make_steward(),
        "suspended": suspend(add_holder(stand, a)),
        "proposer": stand.proposer,
    }
    add_viewpoint(stand, "A third way across")
    return Cast(stand, roles)
