"""What is told of a debate's stages and dates."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class StageBegun(Event):
    """A debate entered a stage, with the dates set ahead for it (empty: not set)."""

    kind: ClassVar[str] = "debates.stage.begun"
    debate: str
    stage: str
    open_at: str
    closing_at: str
    closed_at: str


@dataclass(frozen=True, slots=True)
class DatesMoved(Event):
    """Dates of a debate moved ahead. ``ground``: few-viewpoints, new-wording, late-clock, or steward.

    A steward's change commits to a reason; the clock's grounds say it themselves.
    """

    kind: ClassVar[str] = "debates.dates.moved"
    debate: str
    ground: str
    admit_at: str
    open_at: str
    closing_at: str
    closed_at: str
    reason: str


EVENTS = (StageBegun, DatesMoved)
