"""What is told of items. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class ItemAsked(Event):
    """An item went to its panels. ``document`` has its words, its key and the sentences that the key rests
    on; ``viewpoint`` is the one whose argument it asks about, empty where it asks about all."""

    kind: ClassVar[str] = "quizzes.item.asked"
    item: str
    quiz: str
    version: str
    viewpoint: str
    document: str
    case: str


@dataclass(frozen=True, slots=True)
class ItemAccepted(Event):
    """Every viewpoint's seats confirmed the key of an item in both panels."""

    kind: ClassVar[str] = "quizzes.item.accepted"
    item: str
    quiz: str
    case: str


@dataclass(frozen=True, slots=True)
class ItemDropped(Event):
    """An item was dropped: a viewpoint's seat did not confirm its key. ``reason``: what was said
    against it."""

    kind: ClassVar[str] = "quizzes.item.dropped"
    item: str
    quiz: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemStale(Event):
    """Words that an item's key rests on changed in a new version of the summary, or can no longer be read."""

    kind: ClassVar[str] = "quizzes.item.stale"
    item: str
    quiz: str
    version: str


@dataclass(frozen=True, slots=True)
class ItemFlagged(Event):
    """A tally found an item harder or easier for holders of a viewpoint than for others with as many right
    answers; a case looks at it. ``d`` is the size of the Mantel–Haenszel D-DIF in thousandths of a delta;
    ``harder``: for the viewpoint's holders, else easier."""

    kind: ClassVar[str] = "quizzes.item.flagged"
    item: str
    quiz: str
    tally: str
    viewpoint: str
    harder: bool
    d: int
    case: str


@dataclass(frozen=True, slots=True)
class ItemKept(Event):
    """Panels looked at a flagged item and kept it, with this reason: that it is harder for some is
    no fault in how it is made."""

    kind: ClassVar[str] = "quizzes.item.kept"
    item: str
    quiz: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemRetired(Event):
    """Panels looked at a flagged item and retired it."""

    kind: ClassVar[str] = "quizzes.item.retired"
    item: str
    quiz: str
    case: str
    reason: str


EVENTS = (ItemAsked, ItemAccepted, ItemDropped, ItemStale, ItemFlagged, ItemKept, ItemRetired)
