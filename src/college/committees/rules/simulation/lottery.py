"""Made-up people drawn by the College's own lot, case by case: the first panels, then the review."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from college.committees.rules.lot import Candidate, Hand, Shape, deal, other_cap, seat
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.redundant import Ladder

Flags = npt.NDArray[np.bool_]
_OWN = "0"
#: Tickets looked at before the whole order is: nearly always enough, and much quicker.
_HEAD_PER_SEAT, _HEAD_AT_LEAST = 5, 40


class TooFew(ValueError):
    """The pool is too small to fill the seats."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sits, by case and seat: of the author's own side? a colluder? Shape (cases, seats)."""

    own: Flags
    corrupt: Flags

    def of_panel(self, number: int, size: int) -> "Seats":
        """The seats of one of several panels of ``size``."""
        at = slice(number * size, (number + 1) * size)
        return Seats(self.own[:, at], self.corrupt[:, at])

    def of_cases(self, chosen: Flags) -> "Seats":
        return Seats(self.own[chosen], self.corrupt[chosen])


@dataclass(frozen=True, slots=True)
class People:
    """The pool as candidates, labelled by their number; who of them colludes."""

    candidates: tuple[Candidate, ...]
    corrupt: Flags


def people(world: Assumptions) -> People:
    """Viewpoints of one size, the author's first; colluders spread evenly over the others."""
    own = round(world.pool * world.own_share)
    corrupt = round(world.pool * world.corrupt)
    posing = world.own_share if world.infiltrate is None else world.infiltrate
    own_corrupt = max(corrupt - (world.pool - own), min(own, round(corrupt * posing)))
    flags = np.zeros(world.pool, dtype=bool)
    flags[:own_corrupt] = True
    flags[own : own + corrupt - own_corrupt] = True
    sides = max(world.viewpoints - 1, 1)
    labels = [_OWN if n < own else str(1 + (n - own) % sides) for n in range(world.pool)]
    return People(tuple(Candidate(str(n), side) for n, side in enumerate(labels)), flags)


def draw(
    world: Assumptions, steps: Ladder, cases: int, chance: np.random.Generator
) -> tuple[Seats, Seats]:
    """First panels and review of so many cases; honest people stay away, reserves take their seats."""
    pool = people(world)
    first = _shape(world, steps.first, steps.panels, steps.cap)
    review = _shape(world, steps.review, 1, steps.review_cap)
    seated_first, seated_review = [], []
    for _case in range(cases):
        absent = (chance.random(world.pool) < world.no_show) & ~pool.corrupt
        sits = _fill(pool, first, absent, chance)
        # Who has judged the case sits no more in it.
        absent[sits] = True
        seated_first.append(sits)
        seated_review.append(_fill(pool, review, absent, chance))
    return _seats(pool, seated_first), _seats(pool, seated_review)


def _shape(world: Assumptions, panel: Panel, panels: int, cap: int) -> Shape:
    own = panel.own or 0
    return Shape(
        panels,
        panel.seats,
        own,
        other_cap(cap, panel.seats, own, world.viewpoints) if cap else panel.seats,
    )


def _fill(pool: People, wanted: Shape, absent: Flags, chance: np.random.Generator) -> list[int]:
    """Numbers of those who sit, panel after panel. The order is by chance instead of by tickets."""
    order = chance.permutation(len(pool.candidates)).tolist()
    head = _HEAD_AT_LEAST + _HEAD_PER_SEAT * wanted.panels * wanted.seats
    for some in (order[:head], order):
        hands = deal((pool.candidates[n] for n in some), own_side=_OWN, panels=wanted.panels)
        panels = [seat(_without(hand, absent), wanted) for hand in hands]
        full = all(
            len(panel) == wanted.seats and not any(one.fallback for one in panel)
            for panel in panels
        )
        if full:
            return [int(one.candidate.label) for panel in panels for one in panel]
    raise TooFew


def _without(hand: Hand, absent: Flags) -> Hand:
    """Who does not come is passed over: the next reserve of the same hand has the seat."""
    return Hand(_coming(hand.own, absent), _coming(hand.others, absent))


def _coming(row: Iterable[Candidate], absent: Flags) -> tuple[Candidate, ...]:
    return tuple(person for person in row if not absent[int(person.label)])


def _seats(pool: People, seated: list[list[int]]) -> Seats:
    numbers = np.array(seated)
    own = np.array([person.stratum == _OWN for person in pool.candidates])
    return Seats(own[numbers], pool.corrupt[numbers])
