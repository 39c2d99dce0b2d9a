"""What is told of the moderators' moves: each procedural, reasoned, by two, undone by one objection."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class MoveProposed(Event):
    """One moderator proposed a move. It does nothing until the other one seconds it.

    ``form``: call-on-side (``viewpoint``), group-repeats (``contribution`` repeats ``onto``),
    next-question (``question``), off-topic (``contribution``).
    """

    kind: ClassVar[str] = "debates.move.proposed"
    move: str
    debate: str
    moderator: str
    form: str
    viewpoint: str
    contribution: str
    onto: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class MoveSeconded(Event):
    """The other moderator seconded a move: it is in force."""

    kind: ClassVar[str] = "debates.move.seconded"
    move: str
    debate: str
    moderator: str


@dataclass(frozen=True, slots=True)
class MoveUndone(Event):
    """A party objected, and the move is undone until both sides' delegates agree or a case decides."""

    kind: ClassVar[str] = "debates.move.undone"
    move: str
    debate: str
    objection: str


@dataclass(frozen=True, slots=True)
class MoveAgreed(Event):
    """A delegate agreed to a move that was objected to. ``again``: it is in force again by that."""

    kind: ClassVar[str] = "debates.move.agreed"
    move: str
    debate: str
    delegate: str
    again: bool


@dataclass(frozen=True, slots=True)
class MoveRestored(Event):
    """Every objection to a move was taken back: it is in force again."""

    kind: ClassVar[str] = "debates.move.restored"
    move: str
    debate: str


EVENTS = (MoveProposed, MoveSeconded, MoveUndone, MoveAgreed, MoveRestored)
