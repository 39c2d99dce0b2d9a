"""What is told of sections signed, asked, settled. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class SectionSigned(Event):
    """An editor signed for their team what it takes of a section: the first text, the second, both, or a
    third. A later signature of the team replaces it. What words a third text had is not told, nor any hash
    of them, until it stands in a version: a hash would confirm a guess at words that were erased.
    ``viewpoint`` is set in sections that say what one viewpoint holds."""

    kind: ClassVar[str] = "summaries.section.signed"
    summary: str
    round: int
    section: str
    viewpoint: str
    side: int
    take: str


@dataclass(frozen=True, slots=True)
class SectionAsked(Event):
    """The teams did not agree on a section in time: panels are asked which text stands."""

    kind: ClassVar[str] = "summaries.section.asked"
    summary: str
    case: str
    section: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class SectionSettled(Event):
    """What stands of a section. ``case`` is the one whose panels said so; empty where both teams signed the
    same, where there was only one text, and where a version that came back was not changed."""

    kind: ClassVar[str] = "summaries.section.settled"
    summary: str
    round: int
    section: str
    viewpoint: str
    take: str
    case: str


EVENTS: tuple[type[Event], ...] = (SectionSigned, SectionAsked, SectionSettled)
