"""The committees' rules as tables over counts, made by asking the production rules about every count."""

from functools import cache

import numpy as np
import numpy.typing as npt

from college.committees.rules.charts import found_by_others
from college.committees.rules.ladder import first_wave, verdict
from college.committees.rules.tally import KEPT, Choice, Ruling, Vote, ruling, settled

_GRANT, _KEEP = Vote(Choice.GRANT, "ground"), Vote(Choice.KEEP)
_GRANTED = Ruling(Choice.GRANT, "ground")

#: What the first panels came to together, as a small number in an array.
ALL_KEEP, ALL_GRANT, DIFFER = 0, 1, 2
#: What the others of a review found, likewise.
FOUND_KEEP, FOUND_GRANT, FOUND_NOTHING = 0, 1, 2


@cache
def grants(seats: int, threshold: int) -> npt.NDArray[np.bool_]:
    """Whether a panel grants, by how many of its ballots do: shape (seats + 1,)."""
    return np.array([_rules(n, seats - n, threshold) for n in range(seats + 1)])


@cache
def together(panels: int) -> npt.NDArray[np.int8]:
    """What follows, by how many of the first panels grant: shape (panels + 1,)."""
    found = [verdict([_GRANTED] * n + [KEPT] * (panels - n)) for n in range(panels + 1)]
    words = {None: DIFFER, _GRANTED: ALL_GRANT, KEPT: ALL_KEEP}
    return np.array([words[each] for each in found], dtype=np.int8)


def choice(result: int) -> Choice:
    """The choice behind ``ALL_KEEP`` or ``ALL_GRANT``."""
    return Choice.GRANT if result == ALL_GRANT else Choice.KEEP


@cache
def wave(seats: int, threshold: int) -> tuple[int, npt.NDArray[np.bool_]]:
    """Seats of the first wave, and whether it settles the panel, by how many of its ballots grant."""
    first = first_wave(seats, threshold)
    done = [
        settled(_ballots(n, first - n), threshold=threshold, outstanding=seats - first) is not None
        for n in range(first + 1)
    ]
    return first, np.array(done)


@cache
def errs(seats: int, threshold: int, *, abusive: bool) -> npt.NDArray[np.bool_]:
    """Whether a panel's ruling is wrong, by how many of its ballots are: shape (seats + 1,)."""
    granted = grants(seats, threshold)
    return ~granted[::-1] if abusive else granted


@cache
def others_found(seats: int, threshold: int) -> npt.NDArray[np.int8]:
    """What a voter's others find, by all ballots that grant and whether the own does: (seats + 1, 2)."""
    words = {None: FOUND_NOTHING, Choice.GRANT: FOUND_GRANT, Choice.KEEP: FOUND_KEEP}
    found = np.full((seats + 1, 2), FOUND_NOTHING, dtype=np.int8)
    for granting in range(seats + 1):
        cast = {_GRANT: granting, _KEEP: seats - granting}
        for own in (vote for vote in cast if cast[vote]):
            found[granting, int(own is _GRANT)] = words[found_by_others(own, cast, threshold)]
    return found


def _rules(grant: int, keep: int, threshold: int) -> bool:
    return ruling(_ballots(grant, keep), threshold).choice is Choice.GRANT


def _ballots(grant: int, keep: int) -> list[Vote]:
    return [_GRANT] * grant + [_KEEP] * keep
