"""The Mantel–Haenszel ratio of two groups' risks, stratum by stratum."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Outcome:
    """One settled case. ``stratum``: what makes cases alike; ``granted``: the text was restricted."""

    viewpoint: str
    author: str
    stratum: str
    granted: bool


@dataclass(frozen=True, slots=True)
class Stratum:
    """Counts of one stratum: ``granted`` of ``cases`` for one viewpoint, and the same for all others."""

    granted: int
    cases: int
    others_granted: int
    others: int

    @property
    def total(self) -> int:
        return self.cases + self.others


@dataclass(frozen=True, slots=True)
class Ratio:
    """A common ratio of risks; ``sd`` is of its logarithm (Greenland and Robins 1985)."""

    value: float
    sd: float
    up: float
    down: float


def strata(outcomes: Sequence[Outcome], viewpoint: str) -> dict[str, Stratum]:
    """The counts of each stratum in which both sides have cases, in order of name."""
    counts: dict[str, list[int]] = {}
    for one in outcomes:
        row = counts.setdefault(one.stratum, [0, 0, 0, 0])
        at = 0 if one.viewpoint == viewpoint else 2
        row[at] += one.granted
        row[at + 1] += 1
    tables = {name: Stratum(*counts[name]) for name in sorted(counts)}
    return {name: table for name, table in tables.items() if table.cases and table.others}


def mantel_haenszel(tables: Sequence[Stratum]) -> Ratio | None:
    """The common ratio; ``None`` where one side has no restriction at all, or nothing is comparable.

    Every table has cases on both sides.
    """
    up = sum(t.granted * t.others / t.total for t in tables)
    down = sum(t.others_granted * t.cases / t.total for t in tables)
    if not up or not down:
        return None
    variance = sum(_variance(t) for t in tables) / (up * down)
    return Ratio(up / down, sqrt(max(variance, 0.0)), up, down)


def _variance(t: Stratum) -> float:
    both = t.granted + t.others_granted
    return (t.cases * t.others * both - t.granted * t.others_granted * t.total) / t.total**2
