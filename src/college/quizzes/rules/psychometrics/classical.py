"""Classical figures of items: how many were right, and whether those are who were right elsewhere.

A taker sees some items of a quiz, not all. So scores are shares: what was right, of what was shown. Where
everybody sees everything, each figure is the textbook's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, RIGHT, Answers, Shares, shares

#: Facility outside of these is said aloud: hardly anybody, or nearly everybody.
HARD, EASY = 0.2, 0.95
#: Below this correlation with the rest an item says little about who read the text.
WEAK = 0.15
#: Of the takers, the best and the least that the index D compares (Kelley 1939).
TAILS = 0.27

#: ``negative``: those who were right elsewhere are wrong here, as with a wrong key or two readings.
Flag = Literal["hard", "easy", "weak", "negative"]


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item. ``takers``: to whom it was shown; ``right``: how many of them were right.

    ``facility``: their share, 0 to 1. ``beyond_chance``: (p − 1/m)/(1 − 1/m) for m options, below 0 where
    guessing would do better. ``correlation``: of right or not with the rest score, −1 to 1.
    ``index``: D, the share right of the best 27 % less that of the least 27 %. ``None``: not defined.
    """

    takers: int
    right: int
    facility: float | None
    beyond_chance: float | None
    correlation: float | None
    index: float | None
    flags: tuple[Flag, ...]


def items(answers: Answers, options: Sequence[int]) -> tuple[ItemFigures, ...]:
    """The figures of each item, in the order of the columns.

    ``options``: how many options each item has, of which one is right; 0 where guessing is not a choice of
    one among so many (estimates, matching, several right ones), and then nothing is set off for chance.
    """
    if answers.shape[1] != len(options):
        raise ValueError("one number of options for each item")
    right, shown = _counts(answers)
    return tuple(
        _item(answers[:, at], right, shown, options=number) for at, number in enumerate(options)
    )


def picked(answers: Answers, item: int, chosen: npt.NDArray[np.bool_]) -> tuple[float | None, ...]:
    """For each option of an item the correlation of choosing it with the rest score: negative if it misleads.

    ``chosen``: takers × options, whether each taker chose each option; rows of takers to whom the item was
    not shown are not looked at. ``None`` for an option that all or none chose.
    """
    column = answers[:, item]
    right, shown = _counts(answers)
    took, rest = _rest(column, right, shown)
    return tuple(
        _correlation(chosen[took, at].astype(np.float64), rest) for at in range(chosen.shape[1])
    )


def reliability(answers: Answers, length: int) -> float | None:
    """Alpha (KR-20) of a quiz of ``length`` such items: length·c / (v + (length − 1)·c).

    v: the mean variance of an item, weighted by its takers; c: the mean covariance of two items among
    those who were shown both, weighted by how many those are. With everything shown to everybody and
    ``length`` the number of items it is I/(I − 1) · (1 − Σ var / var of the total). ``None`` where no two
    items were shown together, or nothing varies.
    """
    shown = (answers != NOT_SHOWN).astype(np.float64)
    right = (answers == RIGHT).astype(np.float64)
    both = shown.T @ shown
    first = right.T @ shown
    with np.errstate(invalid="ignore", divide="ignore"):
        weighted = right.T @ right - first * first.T / both
    off = ~np.eye(len(both), dtype=bool) & (both > 0)
    takers = np.diag(both)
    if not off.any() or not takers.any():
        return None
    between = float(weighted[off].sum() / both[off].sum())
    within = float(np.nansum(np.diag(weighted)) / takers.sum())
    total = within + (length - 1) * between
    return length * between / total if within > 0 and total > 0 else None


def spearman_brown(reliability: float, factor: float) -> float:
    """The reliability of a quiz ``factor`` times as long, of items like these."""
    return factor * reliability / (1 + (factor - 1) * reliability)


def _counts(answers: Answers) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Of each taker: how many items were right, and how many shown."""
    return (answers == RIGHT).sum(axis=1), (answers != NOT_SHOWN).sum(axis=1)


def _item(
    column: Answers, right: npt.NDArray[np.int64], shown: npt.NDArray[np.int64], *, options: int
) -> ItemFigures:
    takers, hits = int((column != NOT_SHOWN).sum()), int((column == RIGHT).sum())
    if not takers:
        return ItemFigures(0, 0, None, None, None, None, ())
    facility = hits / takers
    chance = 1 / options if options > 1 else None
    beyond = None if chance is None else (facility - chance) / (1 - chance)
    took, rest = _rest(column, right, shown)
    correlation = _correlation((column[took] == RIGHT).astype(np.float64), rest)
    own = column != NOT_SHOWN
    index = _index(column[own] == RIGHT, shares(right[own], shown[own]))
    return ItemFigures(
        takers, hits, facility, beyond, correlation, index, _flags(facility, correlation)
    )


def _rest(
    column: Answers, right: npt.NDArray[np.int64], shown: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.bool_], Shares]:
    """Who was shown the item and another one, and the share of the others that they had right."""
    took = (column != NOT_SHOWN) & (shown > 1)
    return took, shares(right[took] - (column[took] == RIGHT), shown[took] - 1)


def _correlation(first: Shares, second: Shares) -> float | None:
    """Pearson's; ``None`` where one of the two does not vary."""
    if len(first) < 2 or np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    a, b = first - first.mean(), second - second.mean()
    return float(a @ b) / sqrt(float(a @ a) * float(b @ b))


def _index(right: npt.NDArray[np.bool_], score: Shares) -> float:
    """D. Takers with the score at the edge of a tail count in part, all alike, so that no order matters."""
    _, level = np.unique(score, return_inverse=True)
    count, hits = np.bincount(level), np.bincount(level, weights=right)
    tail = TAILS * len(score)

    def share(step: int) -> float:
        among = count[::step]
        before = np.cumsum(among) - among
        return float((np.clip(tail - before, 0, among) / among * hits[::step]).sum() / tail)

    return share(-1) - share(1)


def _flags(facility: float, correlation: float | None) -> tuple[Flag, ...]:
    found: list[Flag] = []
    if facility < HARD:
        found.append("hard")
    if facility > EASY:
        found.append("easy")
    if correlation is not None and correlation < WEAK:
        found.append("negative" if correlation < 0 else "weak")
    return tuple(found)
