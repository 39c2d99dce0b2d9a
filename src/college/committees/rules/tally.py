"""From ballots to a panel's ruling (spec/tally.md). Counts only; never who voted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """What a ballot says: what is asked is done, or everything stays."""

    GRANT = "grant"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Vote:
    """An opened ballot, as far as it counts. ``ground`` is empty on a ballot that keeps."""

    choice: Choice
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one panel, or all of them, came to. ``ground`` is empty unless granted."""

    choice: Choice
    ground: str = ""


KEPT = Ruling(Choice.KEEP)


def ruling(votes: Sequence[Vote], threshold: int) -> Ruling:
    """Granted if at least ``threshold`` ballots grant on one and the same ground; else kept.

    Of two grounds that both reach the threshold (it is not above half), the first by name stands.
    """
    grants = Counter(vote.ground for vote in votes if vote.choice is Choice.GRANT)
    reached = sorted(ground for ground, number in grants.items() if number >= threshold)
    return Ruling(Choice.GRANT, reached[0]) if reached else KEPT


def settled(votes: Sequence[Vote], *, threshold: int, outstanding: int) -> Ruling | None:
    """The ruling, if no ``outstanding`` ballot can change it any more; else ``None``."""
    now = ruling(votes, threshold)
    if now.choice is Choice.GRANT:
        return now
    grants = Counter(vote.ground for vote in votes if vote.choice is Choice.GRANT)
    most = max(grants.values(), default=0)
    return KEPT if most + outstanding < threshold else None
