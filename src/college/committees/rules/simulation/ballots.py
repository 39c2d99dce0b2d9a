"""Ballots cast by made-up people, and the rulings that follow: one row per case, one column per seat."""

import numpy as np

from college.committees.rules.simulation.assumptions import Assumptions, Kind, attending, errors
from college.committees.rules.simulation.lottery import Flags, Seats
from college.committees.rules.simulation.panels import Array, Panel, lean
from college.committees.rules.simulation.rulebook import errs, wave


def mistaken(
    world: Assumptions, kind: Kind, seats: Seats, difficulty: Array, chance: np.random.Generator
) -> Flags:
    """Whose ballot is wrong. ``difficulty``: one normal number per case. Shape (cases, seats)."""
    own, others = errors(world, kind)
    cases = len(difficulty)
    doubt = np.where(seats.own, lean(own), lean(others))
    doubt += np.sqrt(world.difficulty) * difficulty[:, None]
    doubt += np.sqrt(world.herding) * chance.standard_normal((cases, 1))
    alone = np.sqrt(1 - world.difficulty - world.herding)
    wrong = doubt + alone * chance.standard_normal(seats.own.shape) > 0
    return np.asarray(wrong | seats.corrupt if kind.targeted else wrong)


def rules_wrongly(
    world: Assumptions,
    kind: Kind,
    panel: Panel,
    wrong: Flags,
    chance: np.random.Generator,
    *,
    bribed: Flags | None = None,
) -> Flags:
    """Which panels err: by their ballots, by following one member, by a bribe. Shape (cases,)."""
    cases = len(wrong)
    counted = errs(panel.seats, panel.threshold, abusive=kind.abusive)[wrong.sum(axis=1)]
    led = wrong[np.arange(cases), chance.integers(panel.seats, size=cases)]
    follows = chance.random(cases) < world.chair
    taken = bribes(world, kind, cases, chance) if bribed is None else bribed
    return np.asarray(np.where(follows, led, counted) | taken)


def bribes(world: Assumptions, kind: Kind, cases: int, chance: np.random.Generator) -> Flags:
    return np.asarray(chance.random(cases) < (world.bribe if kind.targeted else 0.0))


def called(kind: Kind, panel: Panel, wrong: Flags) -> Array:
    """Ballots asked for when the panel is called in waves. Shape (cases,)."""
    first, settles = wave(panel.seats, panel.threshold)
    granting = (~wrong if kind.abusive else wrong)[:, :first].sum(axis=1)
    return np.where(settles[granting], float(first), float(panel.seats))


class Urn:
    """Those who come, drawn one by one in every case at once, without putting anybody back."""

    def __init__(self, world: Assumptions, cases: int, chance: np.random.Generator) -> None:
        come = attending(world)
        self._chance = chance
        #: Honest and colluding, of the own side and of the others: shape (cases, 4).
        self._left = np.tile(
            [
                come.own - come.own_corrupt,
                come.own_corrupt,
                come.others - come.others_corrupt,
                come.others_corrupt,
            ],
            (cases, 1),
        )

    def draw(self, panel: Panel) -> Seats:
        """One panel: own seats first where it has them."""
        sides: list[slice] = [slice(0, 4)] * panel.seats
        if panel.own is not None:
            sides = [slice(0, 2)] * panel.own + [slice(2, 4)] * (panel.seats - panel.own)
        drawn = np.stack([self._one(side) for side in sides], axis=1)
        return Seats(drawn < 2, drawn % 2 == 1)

    def _one(self, side: slice) -> np.ndarray[tuple[int], np.dtype[np.int_]]:
        heaps = self._left[:, side].cumsum(axis=1)
        ticket = self._chance.random(len(heaps)) * heaps[:, -1]
        which = (ticket[:, None] >= heaps).sum(axis=1) + (side.start or 0)
        self._left[np.arange(len(heaps)), which] -= 1
        return np.asarray(which)
