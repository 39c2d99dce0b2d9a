"""Figures of the protocol, as they are printed there, and how a computed one is held against them."""

from dataclasses import replace

from college.committees.rules.simulation.assumptions import KINDS, Assumptions
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.redundant import Ladder, redundant
from college.committees.rules.simulation.schemes import exact, schemes
from college.ground.charter import Preset, load

CHARTER = load(Preset.ASSEMBLY)
WORLD = Assumptions()


def steps(
    *, panels: int = 2, seats: int = 5, least: int = 3, own: int = 1,
    review: int = 31, review_least: int = 18, review_own: int = 8,
) -> Ladder:  # fmt: skip
    """The College's ladder, or one with other numbers."""
    return Ladder(panels, Panel(seats, least, own), Panel(review, review_least, review_own))


def prints_as(value: float, printed: str) -> bool:
    """Whether a chance, in per cent, rounds to what is printed."""
    return agrees(100 * value, printed)


def agrees(value: float, printed: str) -> bool:
    """Whether a number rounds to what is printed, to the digits printed.

    Three printed cells were rounded twice (14.47, 14.5, 15): a twentieth of the last digit more is allowed.
    """
    _whole, _point, digits = printed.partition(".")
    return abs(value - float(printed)) <= 0.55 * 10 ** -len(digits)


def chances(world: Assumptions, ladder: Ladder) -> list[float]:
    """The four chances of a ladder, in the order of the tables."""
    return [redundant(world, kind, ladder).wrong for kind in KINDS]


def of_scheme(name: str, **assumed: float) -> list[float]:
    """The four chances of a compared scheme."""
    found = {scheme.name: scheme for scheme in schemes(steps(), compare=True)}
    return list(exact(found[name], replace(WORLD, **assumed)).chances)
