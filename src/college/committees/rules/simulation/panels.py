"""The chance that one panel rules wrongly: binomials under a probit, summed over quadrature points.

Arrays over ``difficulties`` have one value per point of the case's difficulty Z; sums over them with
``WEIGHTS`` are exact to more digits than the tables print.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri, roots_hermitenorm  # type: ignore[import-untyped]

from college.committees.rules.simulation.assumptions import Assumptions, Kind, errors
from college.committees.rules.simulation.rulebook import errs

Array = npt.NDArray[np.float64]
_DIFFICULTIES, _MOODS = 40, 28
#: Nobody is taken to be infallible: a chance of nought has no place on the probit scale.
_LEAST_ERROR = 1e-4


def _points(number: int) -> tuple[Array, Array]:
    at, weight = roots_hermitenorm(number)
    return at, weight / weight.sum()


_Z, WEIGHTS = _points(_DIFFICULTIES)
_Y, _MOOD_WEIGHTS = _points(_MOODS)


@dataclass(frozen=True, slots=True)
class Panel:
    """Seats, ballots that grant, and own-side seats; ``own`` is None where the draw is open to all."""

    seats: int
    threshold: int
    own: int | None = None


def honest(world: Assumptions, kind: Kind) -> tuple[Array, Array]:
    """Chance of a wrong honest ballot, own side and others: shape (difficulties, moods of the panel)."""
    own, others = errors(world, kind)
    return _given(world, own), _given(world, others)


def over_moods(values: Array) -> Array:
    """The mean over a panel's moods: shape (difficulties,)."""
    return values @ _MOOD_WEIGHTS


def lean(chance: float | Array) -> Array:
    """A chance on the probit scale."""
    return np.asarray(ndtri(np.clip(chance, _LEAST_ERROR, 1 - _LEAST_ERROR)))


def _given(world: Assumptions, chance: float) -> Array:
    shared = np.sqrt(world.difficulty) * _Z[:, None] + np.sqrt(world.herding) * _Y[None, :]
    alone = np.sqrt(1 - world.difficulty - world.herding)
    return np.asarray(ndtr((lean(chance) + shared) / alone))


def binomials(most: int, chance: Array) -> list[list[Array]]:
    """``[n][k]``: the chance of k among n, for n up to ``most``, at each point of ``chance``."""
    rows = [[np.ones_like(chance)]]
    for n in range(1, most + 1):
        last, row = rows[-1], []
        for k in range(n + 1):
            value = np.zeros_like(chance)
            if k < n:
                value += last[k] * (1 - chance)
            if k:
                value += last[k - 1] * chance
            row.append(value)
        rows.append(row)
    return rows


def wrong(world: Assumptions, kind: Kind, panel: Panel, *, moved: bool = True) -> Array:
    """Chance that the panel errs, by its honest members: shape (own + 1, others + 1, difficulties).

    Everybody else on it colludes and errs. ``moved``: it may follow its chair. Bribes come on top.
    """
    # Who is in the pool does not matter here, so one table serves a whole curve.
    anybody = Assumptions(
        error=world.error,
        bias=world.bias,
        difficulty=world.difficulty,
        herding=world.herding,
        chair=world.chair if moved else 0.0,
    )
    return _wrong(anybody, Kind(kind.abusive, targeted=False), panel)


@lru_cache(maxsize=64)
def _wrong(world: Assumptions, kind: Kind, panel: Panel) -> Array:
    seats = panel.seats
    most_own = seats if panel.own is None else panel.own
    most_others = seats if panel.own is None else seats - panel.own
    own, others = honest(world, kind)
    by_own, by_others = binomials(most_own, own), binomials(most_others, others)
    err = errs(seats, panel.threshold, abusive=kind.abusive)
    out = np.zeros((most_own + 1, most_others + 1, len(WEIGHTS)))
    for number in range(most_others + 1):
        # The chance to err, by how many ballots of all but these are wrong.
        rest = [
            sum((by_others[number][k] for k in range(number + 1) if err[n + k]), np.zeros_like(own))
            for n in range(seats - number + 1)
        ]
        for mine in range(min(most_own, seats - number) + 1):
            colluders = seats - number - mine
            voted = sum(by_own[mine][k] * rest[colluders + k] for k in range(mine + 1))
            led = (colluders + mine * own + number * others) / seats
            out[mine, number] = over_moods((1 - world.chair) * voted + world.chair * led)
    out.setflags(write=False)
    return out


def bribable(world: Assumptions, kind: Kind, chance: Array) -> Array:
    """The chance to err of a panel that is bribed now and then, if its case is targeted."""
    bribe = world.bribe if kind.targeted else 0.0
    return bribe + (1 - bribe) * chance
