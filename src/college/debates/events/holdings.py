"""What is told of who holds, speaks for and moderates."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class HoldingBegun(Event):
    """A member declared the viewpoint they hold in a debate; empty: undecided."""

    kind: ClassVar[str] = "debates.holding.begun"
    holding: str
    member: str
    debate: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class HoldingEnded(Event):
    """A declaration ended: the member made another one, or left the College."""

    kind: ClassVar[str] = "debates.holding.ended"
    holding: str
    member: str
    debate: str


@dataclass(frozen=True, slots=True)
class DelegateOffered(Event):
    """A holder offered to speak for a viewpoint; they stand at ``stands_at`` unless holders object."""

    kind: ClassVar[str] = "debates.delegate.offered"
    delegate: str
    member: str
    viewpoint: str
    stands_at: str


@dataclass(frozen=True, slots=True)
class DelegateStood(Event):
    """A delegate now speaks for a viewpoint."""

    kind: ClassVar[str] = "debates.delegate.stood"
    delegate: str
    member: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class DelegateEnded(Event):
    """A delegate, or one who offered, speaks no longer. ``ground``: stepped-down, changed-viewpoint,
    silent (and replaced), resigned."""

    kind: ClassVar[str] = "debates.delegate.ended"
    delegate: str
    member: str
    viewpoint: str
    ground: str


@dataclass(frozen=True, slots=True)
class ModeratorSeated(Event):
    """A holder of a viewpoint took one of the two moderators' seats. One alone can do nothing."""

    kind: ClassVar[str] = "debates.moderator.seated"
    moderator: str
    member: str
    debate: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class ModeratorLeft(Event):
    """A moderator's seat is free again. ``ground``: stepped-down, changed-viewpoint, resigned."""

    kind: ClassVar[str] = "debates.moderator.left"
    moderator: str
    member: str
    debate: str
    ground: str


EVENTS = (
    HoldingBegun,
    HoldingEnded,
    DelegateOffered,
    DelegateStood,
    DelegateEnded,
    ModeratorSeated,
    ModeratorLeft,
)
