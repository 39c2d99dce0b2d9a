"""What is told of rosters."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class RosterAnnounced(Event):
    """Who can be drawn for the next term, and how many will be, before the seed is known.

    ``announcement`` is a document: the members by public id, and the number to draw (spec/draw.md §2).
    """

    kind: ClassVar[str] = "committees.roster.announced"
    roster: str
    number: int
    epoch: str
    announcement: str


@dataclass(frozen=True, slots=True)
class RosterBegun(Event):
    """A term began. ``places`` lists the pseudonyms and, sealed, who stands behind each."""

    kind: ClassVar[str] = "committees.roster.begun"
    roster: str
    epoch: str
    places: str
    ends_at: str


@dataclass(frozen=True, slots=True)
class RosterEnded(Event):
    """A term ended; its members' cases go on to their end."""

    kind: ClassVar[str] = "committees.roster.ended"
    roster: str


@dataclass(frozen=True, slots=True)
class PlaceLeft(Event):
    """A pseudonym left the lottery before the term ended, on a ground: left, or by a verdict."""

    kind: ClassVar[str] = "committees.place.left"
    place: str
    roster: str
    ground: str
    case: str


EVENTS = (RosterAnnounced, RosterBegun, RosterEnded, PlaceLeft)
