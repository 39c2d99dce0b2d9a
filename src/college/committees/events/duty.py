"""What is told of duty, so that the pools that are drawn from can be checked."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class DutyChosen(Event):
    """A pseudonym will be on duty from ``begins`` until before ``ends``; only those on duty are drawn."""

    kind: ClassVar[str] = "committees.duty.chosen"
    place: str
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class DutyDropped(Event):
    """A pseudonym will not be on duty then after all."""

    kind: ClassVar[str] = "committees.duty.dropped"
    place: str
    begins: str
    ends: str


EVENTS = (DutyChosen, DutyDropped)
