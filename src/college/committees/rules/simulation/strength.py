"""What one College withstands: its own size, its own pool, its own measured no-show. Exact, and quick."""

from dataclasses import dataclass, replace
from functools import lru_cache

from college.committees.rules.simulation.assumptions import KINDS, Assumptions, Kind
from college.committees.rules.simulation.redundant import Ladder, can_seat, ladder, redundant
from college.ground.charter import Size

#: Shares of colluders the curve is drawn through, and shares of them that may pose as the author's side.
_SHARES = tuple(n / 20 for n in range(11))
_POSES = (0.0, 0.2, 0.4, 0.6, 0.8)
#: A share withstood is searched up to a half, to a thousandth.
_FINEST, _HALF = 0.001, 0.5
_ASSUMED = Assumptions()
_SUPPRESS, _SHIELD, _ORDINARY_SUPPRESS, _ORDINARY_SHIELD = KINDS


@dataclass(frozen=True, slots=True)
class Point:
    """At one share of colluders: chances that an attacked case goes their way. From 0 to 1."""

    corrupt: float
    suppress: float
    shield: float


@dataclass(frozen=True, slots=True)
class Withstood:
    """The largest share of colluders at which no more than ``limit`` of attacked texts are restricted.

    ``None``: not even without colluders.
    """

    limit: float
    corrupt: float | None


@dataclass(frozen=True, slots=True)
class Strength:
    """What a size withstands before anybody is caught. Void without identity control.

    ``suppress`` and ``shield`` are the errors in cases nobody attacks; ``votes`` the ballots of such a case,
    controls and re-trials included.
    """

    curve: tuple[Point, ...]
    withstood: tuple[Withstood, ...]
    suppress: float
    shield: float
    votes: float


@dataclass(frozen=True, slots=True)
class Posing:
    """The worst that colluders reach at one share of them by choosing their labels, each way by itself."""

    corrupt: float
    suppress: float
    shield: float


@lru_cache(maxsize=256)
def strength(
    size: Size,
    viewpoints: int,
    eligible: int,
    no_show: float,
    *,
    limits: tuple[float, ...] = (0.05, 0.25),
    assumed: Assumptions = _ASSUMED,
) -> Strength | None:
    """The strength of a charter's size for a debate of so many viewpoints.

    ``eligible`` are people who can be drawn, ``no_show`` the measured share that stays away (0 to 1).
    ``None`` where those who come cannot fill the seats.
    """
    world = replace(assumed, pool=eligible, viewpoints=viewpoints, no_show=no_show)
    steps = ladder(size, viewpoints)
    if not all(can_seat(replace(world, corrupt=share), steps) for share in _SHARES):
        return None
    valid = redundant(world, _ORDINARY_SUPPRESS, steps)
    abusive = redundant(world, _ORDINARY_SHIELD, steps)
    return Strength(
        curve=tuple(
            Point(
                share,
                _chance(world, _SUPPRESS, steps, share),
                _chance(world, _SHIELD, steps, share),
            )
            for share in _SHARES
        ),
        withstood=tuple(Withstood(limit, _largest(world, steps, limit)) for limit in limits),
        suppress=valid.wrong,
        shield=abusive.wrong,
        votes=(1 - world.abusive) * valid.votes + world.abusive * abusive.votes,
    )


@lru_cache(maxsize=256)
def posing(
    size: Size,
    viewpoints: int,
    eligible: int,
    no_show: float,
    *,
    shares: tuple[float, ...] = (0.1, 0.2, 0.3),
    assumed: Assumptions = _ASSUMED,
) -> tuple[Posing, ...] | None:
    """What false labels add: labels are declared by members themselves. ``None`` as in ``strength``."""
    world = replace(assumed, pool=eligible, viewpoints=viewpoints, no_show=no_show)
    steps = ladder(size, viewpoints)
    found = []
    for share in shares:
        worlds = [replace(world, infiltrate=pose) for pose in (None, *_POSES)]
        if not all(can_seat(replace(each, corrupt=share), steps) for each in worlds):
            return None
        worst = [
            max(_chance(each, kind, steps, share) for each in worlds)
            for kind in (_SUPPRESS, _SHIELD)
        ]
        found.append(Posing(share, *worst))
    return tuple(found)


def _chance(world: Assumptions, kind: Kind, steps: Ladder, corrupt: float) -> float:
    return redundant(replace(world, corrupt=corrupt), kind, steps).wrong


def _largest(world: Assumptions, steps: Ladder, limit: float) -> float | None:
    """By halving: the chance grows with the share of colluders."""
    if _chance(world, _SUPPRESS, steps, 0.0) > limit:
        return None
    low, high = 0.0, _HALF
    if _chance(world, _SUPPRESS, steps, high) <= limit:
        return high
    while high - low > _FINEST:
        middle = (low + high) / 2
        if _chance(world, _SUPPRESS, steps, middle) <= limit:
            low = middle
        else:
            high = middle
    return low
