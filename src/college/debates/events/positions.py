"""What is told of positions quoted in a brief, and of invitations."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class PositionMarked(Event):
    """A member marked exact words of a passage or remark as a position on the question.

    ``start`` and ``end`` count characters of ``source``. ``viewpoint`` speaks for it; empty: none does.
    """

    kind: ClassVar[str] = "debates.position.marked"
    position: str
    debate: str
    source: str
    start: int
    end: int
    label: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class PositionAssigned(Event):
    """It was said which viewpoint speaks for a position; empty: none after all."""

    kind: ClassVar[str] = "debates.position.assigned"
    position: str
    debate: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class InvitationMade(Event):
    """A letter with a link was written for people outside; ``position``: for whom a voice is missing."""

    kind: ClassVar[str] = "debates.invitation.made"
    invitation: str
    debate: str
    position: str
    letter: str


@dataclass(frozen=True, slots=True)
class InvitationEnded(Event):
    """An invitation's link leads to the debate no longer."""

    kind: ClassVar[str] = "debates.invitation.ended"
    invitation: str
    debate: str


EVENTS = (PositionMarked, PositionAssigned, InvitationMade, InvitationEnded)
