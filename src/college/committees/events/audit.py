"""What is told of the audit: re-trials, controls, the circuit breaker, absences. Never a chart."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class SampleDrawn(Event):
    """An epoch's seed chose among cases: which settled ones are tried again, or which new ones bring a
    control along.

    ``considered`` are the cases that could have been chosen (spec/audit.md §1). Nobody could know the
    choice when they were settled, or put to panels.
    """

    kind: ClassVar[str] = "committees.sample.drawn"
    epoch: str
    sample: str
    considered: tuple[str, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RetrialEnded(Event):
    """A fresh panel tried a settled case again, without knowing that it was settled.

    ``verdict`` is what stood, ``found`` what the panel came to; ``none`` where it could not be seated. It
    replaces a verdict that no review has given.
    """

    kind: ClassVar[str] = "committees.retrial.ended"
    case: str
    epoch: str
    verdict: str
    found: str
    ground: str


@dataclass(frozen=True, slots=True)
class ControlCertified(Event):
    """A panel with seats for every viewpoint confirmed the answer of a control case that is still sealed."""

    kind: ClassVar[str] = "committees.control.certified"
    control: str
    case: str


@dataclass(frozen=True, slots=True)
class ControlRefused(Event):
    """The panel did not confirm a control's answer; it is never used."""

    kind: ClassVar[str] = "committees.control.refused"
    control: str
    case: str


@dataclass(frozen=True, slots=True)
class ControlOpened(Event):
    """A case that has been decided was a control: a text written for the audit, its answer known before.

    Nothing follows for anybody's text. ``pair`` is the same for two that differ in their side only.
    """

    kind: ClassVar[str] = "committees.control.opened"
    control: str
    case: str
    certificate: str
    pair: str
    text: str
    answer: str
    verdict: str


@dataclass(frozen=True, slots=True)
class BreakerTripped(Event):
    """Too many are flagged, or too many of one viewpoint: nobody is taken off the lottery in this term."""

    kind: ClassVar[str] = "committees.breaker.tripped"
    roster: str
    ground: str


@dataclass(frozen=True, slots=True)
class AbsenceBegun(Event):
    """By a verdict of the Audit area, a pseudonym's member is off the lottery up to and with a term.

    They take part in debates as before.
    """

    kind: ClassVar[str] = "committees.absence.begun"
    place: str
    case: str
    until: int


@dataclass(frozen=True, slots=True)
class AbsenceEnded(Event):
    """Somebody can be drawn again: the terms are over, or the verdict was overturned."""

    kind: ClassVar[str] = "committees.absence.ended"
    place: str
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class AbsenceHeld(Event):
    """A verdict would take somebody off the lottery; the circuit breaker keeps it from having an effect."""

    kind: ClassVar[str] = "committees.absence.held"
    case: str
    roster: str
    ground: str


EVENTS = (
    SampleDrawn,
    RetrialEnded,
    ControlCertified,
    ControlRefused,
    ControlOpened,
    BreakerTripped,
    AbsenceBegun,
    AbsenceEnded,
    AbsenceHeld,
)
