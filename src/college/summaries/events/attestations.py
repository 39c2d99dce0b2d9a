"""What delegates say of a version, and the answers. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class AttestationGiven(Event):
    """A viewpoint's delegate says whether a statement, or (``statement`` empty) the whole version, is fair.
    What the viewpoint said of it before is replaced."""

    kind: ClassVar[str] = "summaries.attestation.given"
    attestation: str
    version: str
    viewpoint: str
    statement: str
    fairness: str
    comment: str


@dataclass(frozen=True, slots=True)
class AttestationAnswered(Event):
    """The editors answered what a viewpoint's delegate said of a version, at equal length."""

    kind: ClassVar[str] = "summaries.attestation.answered"
    attestation: str
    text: str


EVENTS = (AttestationGiven, AttestationAnswered)
