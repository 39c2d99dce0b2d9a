"""What is told of cases, draws, ballots and verdicts."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class CaseFiled(Event):
    """A question is put to panels. Who asked is not told here; what is ``shown`` to the panels is.

    ``rule`` is the rule they apply. ``scope`` is the debate it comes from, if any.
    """

    kind: ClassVar[str] = "committees.case.filed"
    case: str
    procedure: str
    rule: str
    scope: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseWithdrawn(Event):
    """Nobody asks any more; nothing was decided."""

    kind: ClassVar[str] = "committees.case.withdrawn"
    case: str


@dataclass(frozen=True, slots=True)
class DrawAnnounced(Event):
    """The pool, its labels, who is excused and the seats to fill are fixed before the epoch's seed is known.

    ``announcement`` seals the document until the case closes (spec/draw.md §3).
    """

    kind: ClassVar[str] = "committees.draw.announced"
    case: str
    epoch: str
    announcement: str


@dataclass(frozen=True, slots=True)
class DrawMade(Event):
    """The seats were drawn with the epoch's seed. ``seating`` seals who sits where until the case closes."""

    kind: ClassVar[str] = "committees.draw.made"
    case: str
    epoch: str
    seating: str


@dataclass(frozen=True, slots=True)
class DrawUnmet(Event):
    """No lawful panels could be seated; the ground says why. Everything stays unless two stewards decide."""

    kind: ClassVar[str] = "committees.draw.unmet"
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class SeatChanged(Event):
    """A drawn member does not sit, the next in the order does. ``change`` seals who, until the end."""

    kind: ClassVar[str] = "committees.seat.changed"
    case: str
    change: str


@dataclass(frozen=True, slots=True)
class BallotSealed(Event):
    """A ballot was cast: signed, sealed, and opened with all others when the case closes."""

    kind: ClassVar[str] = "committees.ballot.sealed"
    case: str
    seat: str
    ballot: str


@dataclass(frozen=True, slots=True)
class CaseClosed(Event):
    """Everything sealed so far is opened: draws, seats, ballots, reasons (spec/draw.md §5)."""

    kind: ClassVar[str] = "committees.case.closed"
    case: str
    stories: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictGiven(Event):
    """What the panels came to: what is asked is done (grant), or everything stays (keep).

    ``ground`` is ``none`` when it stays. ``provisional``: two stewards decided, and the first lawful
    panels may try it again. ``due`` is when the effect is due.
    """

    kind: ClassVar[str] = "committees.verdict.given"
    case: str
    step: str
    verdict: str
    ground: str
    provisional: bool
    due: str


@dataclass(frozen=True, slots=True)
class VerdictEnacted(Event):
    """The room that asked did what the verdict says."""

    kind: ClassVar[str] = "committees.verdict.enacted"
    case: str
    verdict: str


@dataclass(frozen=True, slots=True)
class CaseAppealed(Event):
    """The one whom a verdict restricts asked for a review; it is drawn afresh."""

    kind: ClassVar[str] = "committees.case.appealed"
    case: str


@dataclass(frozen=True, slots=True)
class StewardVoted(Event):
    """A steward's open vote on a case that no lawful panels could be seated for."""

    kind: ClassVar[str] = "committees.steward.voted"
    case: str
    steward: str
    choice: str
    ground: str
    reason: str


EVENTS = (
    CaseFiled,
    CaseWithdrawn,
    DrawAnnounced,
    DrawMade,
    DrawUnmet,
    SeatChanged,
    BallotSealed,
    CaseClosed,
    VerdictGiven,
    VerdictEnacted,
    CaseAppealed,
    StewardVoted,
)
