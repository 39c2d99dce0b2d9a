"""What is told of panel members' keys."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class KeyEnrolled(Event):
    """A pseudonym's key: what it signs from now on counts. ``key`` is the public key as a document."""

    kind: ClassVar[str] = "committees.key.enrolled"
    place: str
    key: str


@dataclass(frozen=True, slots=True)
class KeyRevoked(Event):
    """A key signs nothing any more; ballots cast before stand."""

    kind: ClassVar[str] = "committees.key.revoked"
    place: str
    key: str


EVENTS = (KeyEnrolled, KeyRevoked)
