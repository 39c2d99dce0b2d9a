"""The two-parameter model: how steeply being right depends on what a taker knows in all, and from where on.

P(right | θ) = 1 / (1 + exp(−(a·θ + c))), with difficulty b = −c / a. What takers know is not estimated: it is
summed out over 41 points (Bock and Aitkin 1981). The figures are where the function below is largest, so
anybody can check them without repeating the search: there its gradient is nothing.

F(a, c) = Σ over takers of ln( Σ over nodes q of w_q · Π over items shown of P_q^x · (1 − P_q)^(1 − x) )
          − Σ over items of (a − 1)² / 2

with nodes θ_q = −5, −4.75, … 5 and weights w_q ∝ exp(−θ_q² / 2) that add up to 1.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]

from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, RIGHT, Answers

_Floats = npt.NDArray[np.float64]

#: Nodes, and their weights under the standard normal distribution.
NODES: _Floats = np.arange(-20, 21) / 4
WEIGHTS: _Floats = np.exp(-(NODES**2) / 2) / np.exp(-(NODES**2) / 2).sum()
#: At the solution no component of the gradient, over the number of takers, is larger.
ARRIVED = 1e-6
#: Rounds of expectation and maximisation before the search goes on by curvature: far from the solution the
#: first is the surer, near it the second is the faster.
_ROUNDS = 15
_MOST = 500


@dataclass(frozen=True, slots=True)
class Model:
    """``slopes`` (a) and ``intercepts`` (c), in logits, in the order of the items; ``None`` for an item that
    all or none had right, or that nobody was shown: it has no place where the function is largest, and
    enters nothing. ``gradient``: the largest component at the solution, over the number of takers.
    ``arrived``: whether that is at most ``ARRIVED``; figures that have not arrived are not published.
    """

    slopes: tuple[float | None, ...]
    intercepts: tuple[float | None, ...]
    rounds: int
    gradient: float

    @property
    def arrived(self) -> bool:
        return self.gradient <= ARRIVED

    @property
    def difficulties(self) -> tuple[float | None, ...]:
        """b = −c / a; ``None`` also where the slope is 0."""
        pairs = zip(self.slopes, self.intercepts, strict=True)
        return tuple(-c / a if a and c is not None else None for a, c in pairs)


def fitted(answers: Answers) -> Model:
    """The model of a matrix of answers; items that were not shown say nothing of a taker."""
    right, wrong = answers == RIGHT, (answers != RIGHT) & (answers != NOT_SHOWN)
    used = right.any(axis=0) & wrong.any(axis=0)
    search = _Search(right[:, used].astype(np.float64), wrong[:, used].astype(np.float64))
    values, rounds = search.run()
    gradient = float(np.abs(search.at(values)[1]).max(initial=0.0))

    def spread(found: _Floats) -> tuple[float | None, ...]:
        each = iter(found.tolist())
        return tuple(next(each) if has else None for has in used)

    half = len(values) // 2
    return Model(spread(values[:half]), spread(values[half:]), rounds, gradient)


class _Search:
    """``values``: all slopes, then all intercepts."""

    def __init__(self, right: _Floats, wrong: _Floats) -> None:
        self._right, self._wrong = right, wrong
        self._takers = max(1, len(right))

    def run(self) -> tuple[_Floats, int]:
        items = self._right.shape[1]
        values: _Floats = np.concatenate([np.ones(items), np.zeros(items)])
        if not items:
            return values, 0
        for _ in range(_ROUNDS):
            values = self._maximised(values)
        found = minimize(
            self._downward,
            values,
            jac=True,
            method="L-BFGS-B",
            options={"gtol": ARRIVED / 4, "ftol": 0, "maxiter": _MOST, "maxcor": 30},
        )
        return found.x, _ROUNDS + int(found.nit)

    def at(self, values: _Floats) -> tuple[float, _Floats]:
        """F and its gradient, both over the number of takers."""
        level, right, shown = self._expected(values)
        slopes, intercepts = np.split(values, 2)
        surprise = right - shown * _chance(slopes, intercepts)
        up = np.concatenate([NODES @ surprise - (slopes - 1), surprise.sum(axis=0)])
        return (level - float(((slopes - 1) ** 2).sum()) / 2) / self._takers, up / self._takers

    def _downward(self, values: _Floats) -> tuple[float, _Floats]:
        level, up = self.at(values)
        return -level, -up

    def _expected(self, values: _Floats) -> tuple[float, _Floats, _Floats]:
        """The log-likelihood; and how many takers are expected at each node, right and shown, by item."""
        logits = _logits(*np.split(values, 2))
        joint = self._right @ -np.logaddexp(0, -logits).T - self._wrong @ np.logaddexp(0, logits).T
        joint += np.log(WEIGHTS)
        top = joint.max(axis=1, keepdims=True)
        np.exp(joint - top, out=joint)
        whole = joint.sum(axis=1, keepdims=True)
        joint /= whole
        right = joint.T @ self._right
        return float((np.log(whole) + top).sum()), right, right + joint.T @ self._wrong

    def _maximised(self, values: _Floats) -> _Floats:
        """One round: with the expected counts held, three steps of Newton's method for each item."""
        _, right, shown = self._expected(values)
        slopes, intercepts = np.split(values, 2)
        for _ in range(3):
            chance = _chance(slopes, intercepts)
            surprise, weight = right - shown * chance, shown * chance * (1 - chance)
            up_a, up_c = NODES @ surprise - (slopes - 1), surprise.sum(axis=0)
            aa, ac, cc = NODES**2 @ weight + 1, NODES @ weight, weight.sum(axis=0)
            # A pull like that of half a taker: a nearly unanimous item must not throw the step far off.
            cc = cc + 0.5
            area = aa * cc - ac * ac
            slopes = slopes + np.clip((cc * up_a - ac * up_c) / area, -1, 1)
            intercepts = intercepts + np.clip((aa * up_c - ac * up_a) / area, -1, 1)
        return np.concatenate([slopes, intercepts])


def _logits(slopes: _Floats, intercepts: _Floats) -> _Floats:
    """Nodes × items."""
    return np.outer(NODES, slopes) + intercepts


def _chance(slopes: _Floats, intercepts: _Floats) -> _Floats:
    chance: _Floats = 1 / (1 + np.exp(-_logits(slopes, intercepts)))
    return chance
