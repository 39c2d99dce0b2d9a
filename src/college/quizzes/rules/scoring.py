"""What a taker is told of an attempt: counts, what to read next, and how well their certainty was placed.

Nothing here compares takers. “I don't know” costs nothing, and what was not answered costs nothing.
Certainty-based marks: +1, +2, +3 for right answers of the three levels, 0, −2, −6 for wrong ones; at a
chance ``p`` of being right they are worth ``p``, ``4p − 2`` and ``9p − 6``, so that saying how sure one is
pays best: the levels change at 2/3 and at 4/5 (reference: certainty-based marking).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean

_SECOND, _THIRD = Fraction(2, 3), Fraction(4, 5)
_RIGHT = {1: 1, 2: 2, 3: 3}
_WRONG = {1: 0, 2: -2, 3: -6}
#: Rated answers below which a calibration says nothing.
LEAST_RATED = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item. ``viewpoint``: a public id, or empty. ``certainty``: per cent, or ``None``.
    ``gone``: the item left the quiz before it was answered."""

    item: str
    viewpoint: str
    answered: bool
    right: bool
    certainty: int | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Certainty:
    """Of the answers that were rated: how many, their certainty-based marks, and the mean Brier score (0 is
    best; 0.25 is what “50 per cent” for everything gives)."""

    rated: int
    marks: int
    most: int
    brier: float


@dataclass(frozen=True, slots=True)
class Result:
    """``viewpoints``: for each, how many items asked about it and how many of them were answered rightly.
    ``read_next``: items whose sentences are worth reading, wrong ones first, then those not known."""

    right: int
    wrong: int
    unanswered: int
    gone: int
    viewpoints: tuple[tuple[str, int, int], ...]
    read_next: tuple[str, ...]
    certainty: Certainty | None


@dataclass(frozen=True, slots=True)
class Band:
    """Of the answers given with this certainty (per cent), how many were right."""

    certainty: int
    answers: int
    right: int


def brier(certainty: int, *, right: bool) -> float:
    """The Brier score of one answer: the square of what the certainty was off by, from 0 to 1."""
    return float((Fraction(certainty, 100) - int(right)) ** 2)


def level(certainty: int) -> int:
    """1, 2 or 3: the level whose expected mark is highest at this certainty (per cent)."""
    chance = Fraction(certainty, 100)
    return 1 if chance < _SECOND else 2 if chance < _THIRD else 3


def mark(level: int, *, right: bool) -> int:
    """The certainty-based mark of one answer."""
    return _RIGHT[level] if right else _WRONG[level]


def expected(level: int, chance: Fraction) -> Fraction:
    """What a level is worth at a chance of being right."""
    return chance * _RIGHT[level] + (1 - chance) * _WRONG[level]


def result(outcomes: Sequence[Outcome]) -> Result:
    """Of one attempt, in the order in which it was asked."""
    told = [one for one in outcomes if not one.gone]
    wrong = [one for one in told if one.answered and not one.right]
    unknown = [one for one in told if not one.answered]
    asked = Counter(one.viewpoint for one in told if one.viewpoint)
    right = Counter(one.viewpoint for one in told if one.right)
    return Result(
        right=sum(one.right for one in told),
        wrong=len(wrong),
        unanswered=len(unknown),
        gone=len(outcomes) - len(told),
        viewpoints=tuple((key, asked[key], right[key]) for key in asked),
        read_next=tuple(one.item for one in (*wrong, *unknown)),
        certainty=_certainty(told),
    )


def calibration(rated: Iterable[tuple[int, bool]]) -> list[Band] | None:
    """How often answers were right at each certainty, the lowest first; ``None`` below ``LEAST_RATED``.

    ``rated``: certainty in per cent, and whether the answer was right.
    """
    given = list(rated)
    if len(given) < LEAST_RATED:
        return None
    answers = Counter(certainty for certainty, _right in given)
    right = Counter(certainty for certainty, is_right in given if is_right)
    return [Band(one, answers[one], right[one]) for one in sorted(answers)]


def _certainty(told: Iterable[Outcome]) -> Certainty | None:
    rated = [
        (one.certainty, one.right) for one in told if one.answered and one.certainty is not None
    ]
    if not rated:
        return None
    return Certainty(
        rated=len(rated),
        marks=sum(mark(level(certainty), right=right) for certainty, right in rated),
        most=len(rated) * max(_RIGHT.values()),
        brier=fmean(brier(certainty, right=right) for certainty, right in rated),
    )
