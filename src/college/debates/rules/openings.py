"""Which ways of taking part a debate's stage is for, and from when the others are open.

What a single member may do is for the permissions; this says what the stage allows anybody at all, so
that a page can tell it before a word is typed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from college.debates.rules.stages import Dates, Stage
from college.ground.charter import Clocks


class Opening(StrEnum):
    """A way of taking part."""

    OBJECT = "object"
    TAKE_IN = "take-in"
    INVITE = "invite"
    HOLD = "hold"
    PROPOSE_VIEWPOINT = "propose-viewpoint"
    DRAFT = "draft"
    SAY = "say"
    ANSWER = "answer"


#: The stages each way is for.
OPEN_AT: dict[Opening, frozenset[Stage]] = {
    Opening.OBJECT: frozenset({Stage.PROPOSED}),
    Opening.TAKE_IN: frozenset({Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING, Stage.OPEN}),
    Opening.INVITE: frozenset({Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING, Stage.OPEN}),
    Opening.HOLD: frozenset({Stage.FRAMING, Stage.OPEN, Stage.CLOSING}),
    Opening.PROPOSE_VIEWPOINT: frozenset({Stage.FRAMING, Stage.OPEN}),
    Opening.DRAFT: frozenset({Stage.FRAMING}),
    Opening.SAY: frozenset({Stage.OPEN}),
    Opening.ANSWER: frozenset({Stage.OPEN, Stage.CLOSING}),
}
_ORDER = list(Stage)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A way that a later stage opens. ``at``: from when, or ``None`` while nobody can say."""

    opening: Opening
    at: datetime | None


def is_open(opening: Opening, stage: Stage) -> bool:
    """Whether the stage is for it."""
    return stage in OPEN_AT[opening]


def is_past(opening: Opening, stage: Stage) -> bool:
    """Whether no later stage is for it either."""
    return not is_open(opening, stage) and not _later(opening, stage)


def opens_at(opening: Opening, stage: Stage, dates: Dates, clocks: Clocks) -> datetime | None:
    """The earliest moment at which it opens; ``None`` when it is open, past, or has no date yet."""
    later = _later(opening, stage)
    if is_open(opening, stage) or not later:
        return None
    return _begins(later[0], dates, clocks)


def ahead(stage: Stage, dates: Dates, clocks: Clocks) -> list[Ahead]:
    """Every way that only a later stage opens, in the order of ``Opening``."""
    return [
        Ahead(opening, opens_at(opening, stage, dates, clocks))
        for opening in Opening
        if not is_open(opening, stage) and _later(opening, stage)
    ]


def may_still_propose(clocks: Clocks, stage: Stage, dates: Dates, now: datetime) -> bool:
    """Whether a viewpoint proposed now would end its notice before the debate is closing."""
    if not is_open(Opening.PROPOSE_VIEWPOINT, stage):
        return False
    ends = now + clocks.viewpoint_notice
    return stage is not Stage.OPEN or dates.closing_at is None or ends <= dates.closing_at


def _later(opening: Opening, stage: Stage) -> list[Stage]:
    return [one for one in _ORDER[_ORDER.index(stage) + 1 :] if one in OPEN_AT[opening]]


def _begins(stage: Stage, dates: Dates, clocks: Clocks) -> datetime | None:
    """When a stage ahead begins. Before the admission the opening is reckoned from its date."""
    if stage is Stage.FRAMING:
        return dates.admit_at
    if stage is Stage.OPEN:
        if dates.open_at is None and dates.admit_at is not None:
            return dates.admit_at + clocks.framing
        return dates.open_at
    return {Stage.CLOSING: dates.closing_at, Stage.CLOSED: dates.closed_at}.get(stage)
