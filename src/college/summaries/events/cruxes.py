"""What a debate turns on, and its reopening. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class CruxNamed(Event):
    """Editors named a claim on which two viewpoints part, in the wording it has now."""

    kind: ClassVar[str] = "summaries.crux.named"
    crux: str
    summary: str
    claim: str
    claim_text: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class CruxDropped(Event):
    """Editors found that two viewpoints do not part on a claim after all."""

    kind: ClassVar[str] = "summaries.crux.dropped"
    crux: str
    summary: str


@dataclass(frozen=True, slots=True)
class MindTold(Event):
    """A viewpoint said, through its delegate, what would change its mind on a crux."""

    kind: ClassVar[str] = "summaries.mind.told"
    crux: str
    viewpoint: str
    text: str


@dataclass(frozen=True, slots=True)
class ReopeningProposed(Event):
    """Somebody brought new evidence on a crux: unless somebody objects, the debate opens again."""

    kind: ClassVar[str] = "summaries.reopening.proposed"
    reopening: str
    debate: str
    crux: str
    source: str
    quotation: str
    reason: str
    reopens_at: str


@dataclass(frozen=True, slots=True)
class ReopeningObjected(Event):
    """Somebody objected to opening a debate again, and said why; a case decides."""

    kind: ClassVar[str] = "summaries.reopening.objected"
    reopening: str
    debate: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReopeningDone(Event):
    """A debate was opened again. ``evidence`` is the contribution that the new evidence became."""

    kind: ClassVar[str] = "summaries.reopening.done"
    reopening: str
    debate: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ReopeningStopped(Event):
    """A debate was not opened again: a case found that what was brought is no new evidence on the crux."""

    kind: ClassVar[str] = "summaries.reopening.stopped"
    reopening: str
    debate: str
    case: str
    reason: str


EVENTS = (
    CruxNamed,
    CruxDropped,
    MindTold,
    ReopeningProposed,
    ReopeningObjected,
    ReopeningDone,
    ReopeningStopped,
)
