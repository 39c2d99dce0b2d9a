"""What a moderators' move needs, and when it is in force (DESIGN §3: by two, reasoned, undone by one)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from college.debates.rules.kinds import MoveKind
from college.ground.refusals import Refusal


class MoveStanding(StrEnum):
    """Where a move stands. Only ``in-force`` has an effect."""

    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Given:
    """Which parts of a move were filled in."""

    viewpoint: bool = False
    contribution: bool = False
    onto: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """Whom a move concerns: authors and viewpoints, by their keys; or everybody who holds a viewpoint."""

    members: frozenset[int] = frozenset()
    viewpoints: frozenset[int] = frozenset()
    everybody: bool = False


_NEEDS = {
    MoveKind.CALL_ON_SIDE: Given(viewpoint=True),
    MoveKind.GROUP_REPEATS: Given(contribution=True, onto=True),
    MoveKind.NEXT_QUESTION: Given(question=True),
    MoveKind.OFF_TOPIC: Given(contribution=True),
}


def check(kind: MoveKind, given: Given) -> None:
    """Refuse a move that lacks its object or has one too many."""
    if given != _NEEDS[kind]:
        raise Refusal("debates.move.incomplete", kind=kind.value)


def check_repeat(contribution: int, onto: int, *, same_kind: bool, onto_grouped: bool) -> None:
    """Refuse a text as its own repeat, or as the repeat of another kind or of another repeat."""
    if contribution == onto:
        raise Refusal("debates.move.itself")
    if not same_kind:
        raise Refusal("debates.move.other-kind")
    if onto_grouped:
        raise Refusal("debates.move.onto-repeat")


def standing(
    *, in_force_at: datetime | None, undone_at: datetime | None, agreed_at: datetime | None
) -> MoveStanding:
    if in_force_at is None:
        return MoveStanding.PROPOSED
    if undone_at is not None and agreed_at is None:
        return MoveStanding.UNDONE
    return MoveStanding.IN_FORCE


def sides(
    touched: AbstractSet[int], objecting: AbstractSet[int], moderating: AbstractSet[int]
) -> frozenset[int]:
    """The viewpoints whose delegates must agree to a move that was objected to: at least two.

    Those touched and those of the objectors; where that is only one, those of the two moderators too.
    """
    found = frozenset(touched | objecting)
    return found if len(found) > 1 else found | moderating


def is_agreed(sides: AbstractSet[int], agreeing: AbstractSet[int]) -> bool:
    """Whether a delegate of every side agreed, and there is more than one side."""
    return len(sides) > 1 and sides <= agreeing
