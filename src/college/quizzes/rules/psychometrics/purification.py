"""Fairness looked at again without the items that were found unfair, until nothing changes.

An unfair item in the match score makes fair ones look unfair the other way. So items of class B or C leave
the score and all items are looked at anew; the item looked at always counts in its own score. Where hardly
any item would stay, nothing is left to measure with, and the round is the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from college.quizzes.rules.psychometrics.coarsening import (
    FOCAL,
    NEITHER,
    REFERENCE,
    Groups,
    Stratum,
    strata,
)
from college.quizzes.rules.psychometrics.functioning import Functioning, mantel_haenszel
from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, Answers

#: Rounds of one comparison, the first included.
ROUNDS = 4
#: Items that must stay in the score, or there is no further round.
ANCHORS = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """Holders of ``viewpoint``, the focal group, and those of ``against``; empty: of all other viewpoints."""

    viewpoint: str
    against: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One item in one round of one comparison. ``item``, ``out``: columns; ``out`` was left out of the score.

    ``found`` follows from ``strata`` alone; ``None`` where they say nothing. ``last``: no round follows.
    """

    comparison: Comparison
    round: int
    item: int
    out: tuple[int, ...]
    strata: tuple[Stratum, ...]
    found: Functioning | None
    last: bool


def comparisons(viewpoints: Sequence[str]) -> tuple[Comparison, ...]:
    """Of two viewpoints, the first with the second; of more, each with all others; of fewer, none.

    ``viewpoints``: public ids in the debate's order of letters.
    """
    if len(viewpoints) == 2:
        return (Comparison(viewpoints[0], viewpoints[1]),)
    if len(viewpoints) < 2:
        return ()
    return tuple(Comparison(viewpoint, "") for viewpoint in viewpoints)


def groups(declared: Sequence[str], comparison: Comparison, viewpoints: Sequence[str]) -> Groups:
    """To which group of a comparison each taker belongs; who declared none of ``viewpoints``, to neither."""
    others = (
        {comparison.against} if comparison.against else set(viewpoints) - {comparison.viewpoint}
    )
    sides = dict.fromkeys(others, REFERENCE) | {comparison.viewpoint: FOCAL}
    return np.array([sides.get(one, NEITHER) for one in declared], dtype=np.int8)


def purified(
    answers: Answers,
    declared: Sequence[str],
    viewpoints: Sequence[str],
    *,
    trial: int,
    least: int,
) -> tuple[Looked, ...]:
    """All rounds of all comparisons, as they are published: by comparison, round and item.

    ``declared``: of each taker the viewpoint's id, or anything else where none of ``viewpoints`` was
    declared. ``trial``: takers of each group to whom an item must have been shown; other items are not
    looked at and stay in the score. ``least``: takers of each group in a stratum.
    """
    found: list[Looked] = []
    for comparison in comparisons(viewpoints):
        sides = groups(declared, comparison, viewpoints)
        found += _rounds(answers, sides, comparison, trial=trial, least=least)
    return tuple(found)


def _rounds(
    answers: Answers, sides: Groups, comparison: Comparison, *, trial: int, least: int
) -> list[Looked]:
    items = [item for item in range(answers.shape[1]) if _enough(answers, sides, item, trial)]
    found: list[Looked] = []
    out: tuple[int, ...] = ()
    for number in range(ROUNDS):
        seen = [_look(answers, sides, item, out, least) for item in items]
        flagged = tuple(
            item
            for item, (_, what) in zip(items, seen, strict=True)
            if what is not None and what.ets != "A"
        )
        too_few = answers.shape[1] - len(flagged) < ANCHORS
        last = flagged == out or number == ROUNDS - 1 or too_few
        found += [
            Looked(comparison, number, item, tuple(o for o in out if o != item), counts, what, last)
            for item, (counts, what) in zip(items, seen, strict=True)
        ]
        if last:
            break
        out = flagged
    return found


def _enough(answers: Answers, sides: Groups, item: int, trial: int) -> bool:
    shown = sides[answers[:, item] != NOT_SHOWN]
    return bool(min((shown == REFERENCE).sum(), (shown == FOCAL).sum()) >= trial)


def _look(
    answers: Answers, sides: Groups, item: int, out: tuple[int, ...], least: int
) -> tuple[tuple[Stratum, ...], Functioning | None]:
    match = [column for column in range(answers.shape[1]) if column not in out]
    counts = strata(answers, sides, item, match=match, least=least)
    return counts, mantel_haenszel([stratum.table for stratum in counts])
