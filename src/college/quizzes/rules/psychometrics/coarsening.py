"""Counts by score and viewpoint, coarse enough that no one of them shows a person (spec/quizzes.md §3)."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, RIGHT, Answers

#: The match score of somebody who had everything right.
FULL = 1000
#: What ``groups`` says of a taker: compared with, looked at, or in no comparison.
REFERENCE, FOCAL, NEITHER = 0, 1, -1
Groups = npt.NDArray[np.int8]


class Stratum(NamedTuple):
    """Takers of like score. ``score_sum``: the sum of the match scores of all of them, in thousandths."""

    score_sum: int
    right_reference: int
    wrong_reference: int
    right_focal: int
    wrong_focal: int

    @property
    def table(self) -> tuple[int, int, int, int]:
        return self[1:]

    @property
    def takers(self) -> int:
        return sum(self.table)


def strata(
    answers: Answers, groups: Groups, item: int, *, match: Collection[int], least: int
) -> tuple[Stratum, ...]:
    """The takers of both groups to whom an item was shown, by match score.

    The match score is 1000 · right // shown over the items in ``match`` and the item itself, which always
    counts: without it a difference in ability would look like a difference of the item. From the lowest
    score on, scores are taken together until a stratum has ``least`` takers of each group; what remains at
    the top joins the last one. Empty where there are not ``least`` of each group.
    """
    took = (answers[:, item] != NOT_SHOWN) & (groups != NEITHER)
    columns = answers[np.ix_(took, sorted({*match, item}))]
    right, shown = (columns == RIGHT).sum(axis=1), (columns != NOT_SHOWN).sum(axis=1)
    cell = 2 * (groups[took] == FOCAL) + (answers[took, item] != RIGHT)
    counts = np.bincount(4 * (FULL * right // shown) + cell, minlength=4 * (FULL + 1))
    return _merged(counts.reshape(-1, 4), least)


def _merged(counts: npt.NDArray[np.int64], least: int) -> tuple[Stratum, ...]:
    found: list[Stratum] = []
    open_one = Stratum(0, 0, 0, 0, 0)
    for score in np.flatnonzero(counts.any(axis=1)).tolist():
        cells = counts[score].tolist()
        open_one = _together(open_one, Stratum(score * sum(cells), *cells))
        if min(sum(open_one[1:3]), sum(open_one[3:5])) >= least:
            found.append(open_one)
            open_one = Stratum(0, 0, 0, 0, 0)
    if found and open_one.takers:
        found.append(_together(found.pop(), open_one))
    return tuple(found)


def _together(one: Stratum, other: Stratum) -> Stratum:
    return Stratum(*(a + b for a, b in zip(one, other, strict=True)))
