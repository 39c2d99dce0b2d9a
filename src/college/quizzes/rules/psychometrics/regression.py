"""Fairness by logistic regression (Swaminathan and Rogers 1990): it also sees items that cross.

An item may be easier for one group among takers of little knowledge and harder among those of much: its
common odds ratio is about 1, and only the third of these models shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, sqrt

import numpy as np
import numpy.typing as npt

from college.quizzes.rules.psychometrics.coarsening import FULL, Stratum
from college.quizzes.rules.psychometrics.functioning import LEVEL, Class

#: Differences of Nagelkerke's R² from which a difference is moderate, and large (Jodoin and Gierl 2001).
MODERATE, LARGE = 0.035, 0.070
#: Steps of Newton's method; a likelihood that grows by less than this has arrived.
_STEPS, _ARRIVED = 50, 1e-12
#: Where answers separate the groups wholly, coefficients would grow for ever and tell nothing more.
_FARTHEST = 30.0
_RIDGE = 1e-9

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Regression:
    """``any_chi2`` (two degrees of freedom): group and group × score together; ``uniform_chi2`` and
    ``crossing_chi2`` (one each): its two steps. ``effect``: how much both add to Nagelkerke's R², 0 to 1.
    ``jodoin_gierl``: A where ``any_p`` is 5 % or more, or the effect is negligible.
    """

    any_chi2: float
    any_p: float
    uniform_chi2: float
    uniform_p: float
    crossing_chi2: float
    crossing_p: float
    effect: float
    jodoin_gierl: Class


def regression(strata: Sequence[Stratum]) -> Regression | None:
    """The three models on strata: logit of right on z; on z and g; on z, g and z·g.

    z: the mean match score of a stratum's takers, 0 to 1; g: 1 for the focal group. ``None`` where all or
    none were right, one group is missing, or there is only one stratum.
    """
    cells = np.array([stratum.table for stratum in strata], dtype=np.float64).reshape(-1, 2, 2)
    right, wrong = cells[:, :, 0].ravel(), cells[:, :, 1].ravel()
    missing = len(strata) < 2 or not cells.sum(axis=(0, 2)).all()
    if missing or not right.any() or not wrong.any():
        return None
    z = np.repeat([one.score_sum / one.takers / FULL for one in strata], 2)
    g = np.tile([0.0, 1.0], len(strata))
    columns = np.column_stack([np.ones_like(z), z - z.mean(), g, (z - z.mean()) * g])
    none, score, group, crossing = (_fitted(columns[:, :k], right, wrong) for k in (1, 2, 3, 4))
    both, uniform, last = (
        2 * max(0.0, d) for d in (crossing - score, group - score, crossing - group)
    )
    takers = float(right.sum() + wrong.sum())
    top = 1 - exp(2 * none / takers)
    effect = (exp(2 * (none - score) / takers) - exp(2 * (none - crossing) / takers)) / top
    p = exp(-both / 2)
    return Regression(both, p, uniform, _p(uniform), last, _p(last), effect, _classed(effect, p))


def _p(chi2: float) -> float:
    return erfc(sqrt(chi2 / 2))


def _classed(effect: float, p: float) -> Class:
    if p >= LEVEL or effect < MODERATE:
        return "A"
    return "B" if effect < LARGE else "C"


def _fitted(columns: _Floats, right: _Floats, wrong: _Floats) -> float:
    """The largest log-likelihood, each answer counted by itself. A step that loses is halved."""
    weights = np.zeros(columns.shape[1])
    found = _likelihood(columns @ weights, right, wrong)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (right - (right + wrong) * chance)
        bend = (columns.T * ((right + wrong) * chance * (1 - chance))) @ columns
        step = np.linalg.solve(bend + _RIDGE * np.eye(len(weights)), slope)
        while (better := _likelihood(columns @ (weights + step), right, wrong)) < found:
            step = step / 2
            if np.abs(step).max() < _ARRIVED:
                return found
        weights = weights + step
        if better - found < _ARRIVED * abs(found) or np.abs(columns @ weights).max() > _FARTHEST:
            return better
        found = better
    return found


def _likelihood(logits: _Floats, right: _Floats, wrong: _Floats) -> float:
    return -float(right @ np.logaddexp(0, -logits) + wrong @ np.logaddexp(0, logits))
