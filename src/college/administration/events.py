"""What administration tells. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class CharterProposed(Event):
    """Somebody proposes another charter. ``document`` commits to all of it, ``changes`` to what differs."""

    kind: ClassVar[str] = "administration.charter.proposed"
    proposal: str
    document: str
    changes: str
    reason: str


@dataclass(frozen=True, slots=True)
class CharterSupported(Event):
    """A member stands behind a proposed charter, so that panels be asked. It is no vote on it."""

    kind: ClassVar[str] = "administration.charter.supported"
    proposal: str
    member: str


@dataclass(frozen=True, slots=True)
class CharterAsked(Event):
    """A proposed charter has enough members behind it, or a steward's: a case asks the panels."""

    kind: ClassVar[str] = "administration.charter.asked"
    proposal: str
    case: str


@dataclass(frozen=True, slots=True)
class CharterGranted(Event):
    """The panels granted a proposed charter; it comes into force after the charter's notice."""

    kind: ClassVar[str] = "administration.charter.granted"
    proposal: str
    case: str
    charter: str
    in_force_at: str


@dataclass(frozen=True, slots=True)
class CharterPutInForce(Event):
    """A granted charter is now in force. ``number`` counts the charters of this College from 1."""

    kind: ClassVar[str] = "administration.charter.put-in-force"
    proposal: str
    charter: str
    number: int


@dataclass(frozen=True, slots=True)
class CharterEnded(Event):
    """A proposed charter does not come into force: the charter stays as it is. ``ground`` says how."""

    kind: ClassVar[str] = "administration.charter.ended"
    proposal: str
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class CharterExtended(Event):
    """A new version of the software has settings that the charter lacked; they are now in force.

    They were taken from the preset; ``added`` is how many. Nothing that the charter said was changed.
    """

    kind: ClassVar[str] = "administration.charter.extended"
    charter: str
    added: int


@dataclass(frozen=True, slots=True)
class RemovalAsked(Event):
    """Somebody asks that a term of office end; a case decides. ``reason`` commits to why."""

    kind: ClassVar[str] = "administration.removal.asked"
    removal: str
    term: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class RemovalEnded(Event):
    """The verdict on a term of office took effect: it ended, or goes on. ``ground`` says which."""

    kind: ClassVar[str] = "administration.removal.ended"
    removal: str
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class SanctionAsked(Event):
    """A steward asks that a member be suspended for so many days; a case decides."""

    kind: ClassVar[str] = "administration.sanction.asked"
    sanction: str
    member: str
    days: int
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class SanctionBegun(Event):
    """By verdict, a member takes no part until a moment. It lifts by itself."""

    kind: ClassVar[str] = "administration.sanction.begun"
    sanction: str
    member: str
    case: str
    until: str


@dataclass(frozen=True, slots=True)
class SanctionEnded(Event):
    """A suspension is over, or was not granted: ``ground`` says which."""

    kind: ClassVar[str] = "administration.sanction.ended"
    sanction: str
    member: str
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class HoldMade(Event):
    """A steward withholds a text that a law forbids to publish, naming it; a case decides meanwhile."""

    kind: ClassVar[str] = "administration.hold.made"
    hold: str
    text: str
    law: str
    case: str
    until: str


@dataclass(frozen=True, slots=True)
class HoldExtended(Event):
    """The verdict was that the text is unlawful: it stays withheld while an appeal is possible."""

    kind: ClassVar[str] = "administration.hold.extended"
    hold: str
    case: str
    until: str


@dataclass(frozen=True, slots=True)
class HoldEnded(Event):
    """A legal hold is over: lapsed or kept, and the text is published again; or granted, and it is erased."""

    kind: ClassVar[str] = "administration.hold.ended"
    hold: str
    case: str
    ground: str


EVENTS = (
    CharterProposed,
    CharterSupported,
    CharterAsked,
    CharterGranted,
    CharterPutInForce,
    CharterEnded,
    CharterExtended,
    RemovalAsked,
    RemovalEnded,
    SanctionAsked,
    SanctionBegun,
    SanctionEnded,
    HoldMade,
    HoldExtended,
    HoldEnded,
)
