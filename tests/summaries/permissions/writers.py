"""One summary with everybody near it: every role at every state of the work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from college.debates.models import Holding
from college.people.models import Member
from college.summaries.models import Draft, Summary
from college.summaries.permissions import PERMISSIONS, allows
from college.summaries.queries import drafts
from college.summaries.rules.life import SummaryState
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward, suspend
from tests.factories.summaries import Desk, make_summary

Subject = Callable[["Writers"], object]
Expected = Mapping[str, set[SummaryState]]
STATES = set(SummaryState)
WRITING = {SummaryState.DRAFTING, SummaryState.SETTLING}
EDITORS = ("first", "second")


@dataclass
class Writers:
    """``first`` and ``second`` sit on the teams of those names. Nobody else has a seat: ``holder`` of A,
    ``undecided``, ``delegate`` of A, ``newcomer`` (nothing declared), ``pending`` (holds a viewpoint that is
    not admitted), ``steward``, ``suspended`` (an editor of the first team) and ``reader`` (no member)."""

    desk: Desk
    roles: dict[str, Member | None]

    @property
    def summary(self) -> Summary:
        return self.desk.summary

    def draft(self, side: int) -> Draft:
        """A draft of the present round, made if need be."""
        found, _ = Draft.objects.get_or_create(
            summary=self.summary, round=1, side=side, defaults={"begun_at": self.desk.at}
        )
        row = drafts.by_id(found.public_id)
        assert row is not None
        return row

    def assert_allowed(self, permission: str, subject: Subject, expected: Expected) -> None:
        """At every state, exactly the roles expected are allowed. ``subject`` is made afresh for each."""
        assert permission in PERMISSIONS
        for state in SummaryState:
            Summary.objects.update(state=state)
            found = {r for r, m in self.roles.items() if allows(permission, m, subject(self))}
            wanted = {role for role, states in expected.items() if state in states}
            assert found == wanted, f"{permission} at {state}"


def make_writers() -> Writers:
    make_college()
    desk = make_summary()
    return Writers(
        desk,
        {
            "reader": None,
            "newcomer": make_member(at=desk.at),
            "undecided": desk.undecided,
            "holder": desk.reader,
            "pending": _pending(desk),
            "delegate": desk.delegates[0],
            "first": desk.teams[1][0],
            "second": desk.teams[2][0],
            "suspended": suspend(desk.teams[1][1]),
            "steward": make_steward(),
        },
    )


def _pending(desk: Desk) -> Member:
    """Somebody who holds what nobody admitted: proposed so late that the debate closed before."""
    member = make_member()
    viewpoint = desk.debate.viewpoints.create(
        proposed_by=member, proposed_at=desk.at, admit_at=desk.at
    )
    Holding.objects.create(debate=desk.debate, member=member, viewpoint=viewpoint, began_at=desk.at)
    return member
