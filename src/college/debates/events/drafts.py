"""What is told of the two independent drafts."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class DraftReceived(Event):
    """A draft of wording and viewpoints is in. Its words stay hidden until the other one is in too."""

    kind: ClassVar[str] = "debates.draft.received"
    draft: str
    debate: str
    side: int


@dataclass(frozen=True, slots=True)
class DraftOpened(Event):
    """Both drafts are in, and this one can be read: its wording and the viewpoints it lists, in order."""

    kind: ClassVar[str] = "debates.draft.opened"
    draft: str
    debate: str
    side: int
    wording: str
    viewpoints: tuple[str, ...]


EVENTS = (DraftReceived, DraftOpened)
