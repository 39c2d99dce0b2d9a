"""What is told of labels beside evidence."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class EvidenceLabelAsked(Event):
    """Somebody asked that a word of the closed list stand beside a piece of evidence; a case decides."""

    kind: ClassVar[str] = "debates.evidence-label.asked"
    label: str
    case: str
    evidence: str
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceLabelPut(Event):
    """It was decided that the word stands beside the evidence. The evidence itself stays as it is."""

    kind: ClassVar[str] = "debates.evidence-label.put"
    label: str
    case: str
    evidence: str
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceLabelTaken(Event):
    """A second look found that the word does not hold; it stands there no more."""

    kind: ClassVar[str] = "debates.evidence-label.taken"
    label: str
    case: str
    evidence: str
    word: str


EVENTS = (EvidenceLabelAsked, EvidenceLabelPut, EvidenceLabelTaken)
