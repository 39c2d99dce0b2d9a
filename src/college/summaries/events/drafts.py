"""What is told of drafts handed in and opened. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class DraftHanded(Event):
    """A team handed in its draft. Its words stay hidden until the other is in too, or the time is over."""

    kind: ClassVar[str] = "summaries.draft.handed"
    draft: str
    summary: str
    side: int


@dataclass(frozen=True, slots=True)
class DraftTakenBack(Event):
    """A team took its draft back to write on, while the other one was not in yet."""

    kind: ClassVar[str] = "summaries.draft.taken-back"
    draft: str
    summary: str
    side: int


@dataclass(frozen=True, slots=True)
class DraftWorded(Event):
    """The words of the statements of a draft that is being opened, in the order of its document; at most 500
    in one entry. Words that an earlier entry named are not named again."""

    kind: ClassVar[str] = "summaries.draft.worded"
    draft: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftOpened(Event):
    """Both drafts can be read. The document lists the statements of this one by section, the commitment of
    each one's words, and the wordings that it rests on."""

    kind: ClassVar[str] = "summaries.draft.opened"
    draft: str
    summary: str
    side: int
    document: str


EVENTS: tuple[type[Event], ...] = (DraftHanded, DraftTakenBack, DraftWorded, DraftOpened)
