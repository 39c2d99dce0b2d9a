"""What people tell. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class MemberAdmitted(Event):
    """Somebody became a member. The record knows a random public id, never a name."""

    kind: ClassVar[str] = "people.member.admitted"
    member: str


@dataclass(frozen=True, slots=True)
class MemberResigned(Event):
    """A member left. What they wrote stays under their public id; their name and address are erased."""

    kind: ClassVar[str] = "people.member.resigned"
    member: str


@dataclass(frozen=True, slots=True)
class TermBegun(Event):
    """A term of office began."""

    kind: ClassVar[str] = "people.term.begun"
    term: str
    member: str
    office: str


@dataclass(frozen=True, slots=True)
class TermEnded(Event):
    """A term of office ended."""

    kind: ClassVar[str] = "people.term.ended"
    term: str
    member: str
    office: str


EVENTS = (MemberAdmitted, MemberResigned, TermBegun, TermEnded)
