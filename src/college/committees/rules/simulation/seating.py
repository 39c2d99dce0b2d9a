"""Who sits, before anybody votes: hypergeometric chances of colluders on a panel."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln  # type: ignore[import-untyped]

from college.committees.rules.simulation.assumptions import Attending
from college.committees.rules.simulation.panels import Array, Panel


@dataclass(frozen=True, slots=True)
class Used:
    """People who have sat in this case and sit no more: of the own side, others, and colluders among each."""

    own: int = 0
    own_corrupt: int = 0
    others: int = 0
    others_corrupt: int = 0


def compositions(come: Attending, panel: Panel, *, targeted: bool, used: Used = Used()) -> Array:
    """Chance of each composition: shape (own + 1, others + 1) by honest members, as ``panels.wrong``.

    On a case that is not targeted nobody counts as a colluder.
    """
    own, others = come.own - used.own, come.others - used.others
    own_bad = come.own_corrupt - used.own_corrupt if targeted else 0
    others_bad = come.others_corrupt - used.others_corrupt if targeted else 0
    if panel.own is not None:
        mine = hypergeometric(own, own - own_bad, panel.own)
        theirs = hypergeometric(others, others - others_bad, panel.seats - panel.own)
        return np.asarray(mine[:, None] * theirs[None, :])
    seats = panel.seats
    honest = own + others - own_bad - others_bad
    out = np.zeros((seats + 1, seats + 1))
    for number, chance in enumerate(hypergeometric(own + others, honest, seats)):
        if chance > 0:
            split = hypergeometric(honest, own - own_bad, number)
            for mine_n, share in enumerate(split):
                out[mine_n, number - mine_n] += chance * share
    return out


def hypergeometric(people: int, marked: int, drawn: int) -> Array:
    """Chance of each number of marked people among those drawn: shape (drawn + 1,)."""
    k = np.arange(drawn + 1)
    possible = (k <= marked) & (drawn - k <= people - marked)
    k = np.where(possible, k, 0 if drawn <= people - marked else drawn - (people - marked))
    log = (
        _log_choose(marked, k)
        + _log_choose(people - marked, drawn - k)
        - _log_choose(people, np.asarray(drawn))
    )
    return np.asarray(np.where(possible, np.exp(log), 0.0))


def _log_choose(n: int, k: np.ndarray[tuple[int, ...], np.dtype[np.int_]]) -> Array:
    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))
