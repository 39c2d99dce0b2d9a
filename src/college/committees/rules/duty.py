"""Spans of duty: a term cut into pieces chosen ahead, and who is called first in each (spec/duty.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from college.committees.rules import lot
from college.committees.rules.lot import Candidate

ANNOUNCEMENT = "college-duty-v1"


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of a term; ``number`` counts from 1, ``ends`` is exclusive."""

    number: int
    begins: datetime
    ends: datetime


def spans(began_at: datetime, ends_at: datetime, length: timedelta) -> tuple[Span, ...]:
    """A term cut into spans of ``length``; the last may be shorter."""
    found: list[Span] = []
    begins = began_at
    while begins < ends_at:
        ends = min(begins + length, ends_at)
        found.append(Span(len(found) + 1, begins, ends))
        begins = ends
    return tuple(found)


def is_on_duty(chosen: Iterable[tuple[datetime, datetime]], at: datetime) -> bool:
    """Whether somebody who chose these spans (beginning, end) is on duty; who chose none always is."""
    own = list(chosen)
    return not own or any(begins <= at < ends for begins, ends in own)


def least(ahead: int) -> int:
    """How many of the spans ahead one must choose at least, half of them rounded up.

    Were few on duty at a time, a group could all choose one span and be many in it.
    """
    return (ahead + 1) // 2


def first_called(seed: bytes, *, roster: str, span: int, places: Iterable[str]) -> list[str]:
    """The places on duty in the order in which they are called for an emergency."""
    announcement = {"v": ANNOUNCEMENT, "roster": roster, "span": span}
    people = [Candidate(place, lot.NONE) for place in places]
    return [person.label for person in lot.order(seed, announcement, people)]
