"""What is told of questions: registered, proposed, worded, filed, linked."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class QuestionRegistered(Event):
    """A question was put into the register of questions not yet debated."""

    kind: ClassVar[str] = "debates.question.registered"
    debate: str
    wording: str


@dataclass(frozen=True, slots=True)
class QuestionProposed(Event):
    """A question was proposed for debate. Unless somebody objects, it is admitted at ``admit_at``."""

    kind: ClassVar[str] = "debates.question.proposed"
    debate: str
    number: int
    wording: str
    admit_at: str


@dataclass(frozen=True, slots=True)
class QuestionReworded(Event):
    """The question got a new wording, with a number; the old ones stay. ``draft``: where it comes from."""

    kind: ClassVar[str] = "debates.question.reworded"
    debate: str
    number: int
    wording: str
    draft: str


@dataclass(frozen=True, slots=True)
class QuestionFiled(Event):
    """A steward listed a question under a subject."""

    kind: ClassVar[str] = "debates.question.filed"
    debate: str
    subject: str


@dataclass(frozen=True, slots=True)
class SubjectAdded(Event):
    """A steward added a subject that questions are listed under."""

    kind: ClassVar[str] = "debates.subject.added"
    subject: str


@dataclass(frozen=True, slots=True)
class DebateRenamed(Event):
    """A debate got a new address; every former one leads there."""

    kind: ClassVar[str] = "debates.debate.renamed"
    debate: str


@dataclass(frozen=True, slots=True)
class TurnAdded(Event):
    """Somebody noted that how a debate comes out turns on another one, and why."""

    kind: ClassVar[str] = "debates.turn.added"
    turn: str
    debate: str
    on: str
    reason: str


EVENTS = (
    QuestionRegistered,
    QuestionProposed,
    QuestionReworded,
    QuestionFiled,
    SubjectAdded,
    DebateRenamed,
    TurnAdded,
)
