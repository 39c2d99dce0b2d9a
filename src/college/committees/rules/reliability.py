"""How reliable each member's ballots look, all taken together: Dawid and Skene (1979), two coins each.

Run for the cases of one author viewpoint at a time (pooled, an attack on one side drowns in the rest), held
down by cases whose answer is known, with a prior of nine right to one wrong. It ranks nobody in public and
triggers nothing: it tells the people who evaluate after an alarm where to look first. Where more than half
of those who judged a case collude, it finds the mirror image; only known cases can help then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from college.committees.rules.tally import Choice

#: Pseudo-counts of the prior: right, wrong.
_RIGHT, _WRONG = 9.0, 1.0
_ROUNDS, _STILL = 200, 1e-6


@dataclass(frozen=True, slots=True)
class Rating:
    """One ballot: who (a place's label), on which case, what."""

    rater: str
    case: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Reliability:
    """A member's two coins: how often one grants what should be kept, and keeps what should be granted."""

    too_hard: float
    too_lenient: float
    ballots: int


def reliabilities(ratings: Sequence[Rating], known: Mapping[str, Choice]) -> dict[str, Reliability]:
    """Both error rates of every rater, by expectation and maximisation from the cases' majorities.

    ``known``: the answers of control cases, which stay fixed.
    """
    if not ratings:
        return {}
    raters = {name: n for n, name in enumerate(sorted({r.rater for r in ratings}))}
    cases = {name: n for n, name in enumerate(sorted({r.case for r in ratings}))}
    who = np.array([raters[r.rater] for r in ratings])
    what = np.array([cases[r.case] for r in ratings])
    granted = np.array([r.choice is Choice.GRANT for r in ratings], dtype=float)
    anchors = {cases[case]: answer for case, answer in known.items() if case in cases}

    belief = np.bincount(what, granted) / np.bincount(what)
    for _ in range(_ROUNDS):
        _hold(belief, anchors)
        hard, lenient = _coins(who, granted, belief[what])
        ahead = _beliefs(
            what, granted, hard=hard[who], lenient=lenient[who], prevalence=_prevalence(belief)
        )
        _hold(ahead, anchors)
        moved = float(np.abs(ahead - belief).max())
        belief = ahead
        if moved < _STILL:
            break
    hard, lenient = _coins(who, granted, belief[what])
    ballots = np.bincount(who)
    return {
        name: Reliability(float(hard[n]), float(lenient[n]), int(ballots[n]))
        for name, n in raters.items()
    }


def _hold(belief: np.ndarray, anchors: Mapping[int, Choice]) -> None:
    for case, answer in anchors.items():
        belief[case] = 1.0 if answer is Choice.GRANT else 0.0


def _prevalence(belief: np.ndarray) -> float:
    return float((belief.sum() + 1) / (len(belief) + 2))


def _coins(
    who: np.ndarray, granted: np.ndarray, belief: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Per rater: the share granted of what should be kept, and kept of what should be granted."""
    hard = np.bincount(who, granted * (1 - belief)) + _WRONG
    lenient = np.bincount(who, (1 - granted) * belief) + _WRONG
    keeps = np.bincount(who, 1 - belief) + _RIGHT + _WRONG
    grants = np.bincount(who, belief) + _RIGHT + _WRONG
    return hard / keeps, lenient / grants


def _beliefs(
    what: np.ndarray,
    granted: np.ndarray,
    *,
    hard: np.ndarray,
    lenient: np.ndarray,
    prevalence: float,
) -> np.ndarray:
    """Per case: the probability that it should be granted. The coins are of each ballot's rater."""
    if_grant = np.where(granted == 1, 1 - lenient, lenient)
    if_keep = np.where(granted == 1, hard, 1 - hard)
    odds = np.bincount(what, np.log(if_grant) - np.log(if_keep))
    odds += np.log(prevalence) - np.log(1 - prevalence)
    return 1 / (1 + np.exp(-np.clip(odds, -700, 700)))
