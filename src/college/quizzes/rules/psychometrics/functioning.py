"""Whether an item is harder for holders of one viewpoint than for equally good takers of another.

Mantel and Haenszel's common odds ratio, with the variance of Robins, Breslow and Greenland (1986) and the
classes of the Educational Testing Service. Swapping the groups flips the sign of D exactly: the test
favours nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, fsum, log, sqrt
from typing import Literal

#: A stratum: the reference group's right and wrong, the focal group's right and wrong.
Table = tuple[int, int, int, int]
#: A: negligible. B: moderate. C: large.
Class = Literal["A", "B", "C"]

#: D units for one logit.
DELTA = 2.35
#: |D| from which a difference is more than negligible, and from which it is large.
MODERATE, LARGE = 1.0, 1.5
#: Two-sided for "differs from nothing", one-sided for "is more than 1".
LEVEL, Z_ONE_SIDED = 0.05, 1.645


@dataclass(frozen=True, slots=True)
class Functioning:
    """``odds``: the common odds ratio, reference to focal. ``d``: −2.35 ln odds; below 0 the item is harder
    for the focal group at the same score. ``error``: the standard error of ``d``. ``chi2``: with one degree
    of freedom and continuity correction; ``p``: its chance without any difference.
    """

    odds: float
    d: float
    error: float
    chi2: float
    p: float
    ets: Class


def mantel_haenszel(tables: Sequence[Table]) -> Functioning | None:
    """The common odds ratio over strata of equal score, and its class.

    Strata of fewer than two takers or without one of the groups say nothing and are skipped. Where the odds
    would be 0 or infinite, as where no member of one group is right, half a taker is added to each cell
    of the strata for ``odds``, ``d`` and ``error``: the most unfair item of all must not escape for want of
    a number. ``None`` where nothing is left, or no stratum has both right and wrong answers.
    """
    used = [table for table in tables if _tells(table)]
    variance = fsum(_variance(table) for table in used)
    if variance == 0:
        return None
    favours, against = _sides(used)
    chi2 = max(abs(favours - against) - 0.5, 0.0) ** 2 / variance
    p = erfc(sqrt(chi2 / 2))
    cells: Sequence[tuple[float, ...]] = used
    if favours == 0 or against == 0:
        cells = [tuple(cell + 0.5 for cell in table) for table in used]
        favours, against = _sides(cells)
    logit = log(favours) - log(against)
    d, error = -DELTA * logit, DELTA * sqrt(_spread(cells, favours, against))
    return Functioning(favours / against, d, error, chi2, p, classed(d, error, p))


def classed(d: float, error: float, p: float) -> Class:
    """A: |D| below 1, or not different from 0. C: at least 1.5 and surely more than 1. B: between them."""
    size = abs(d)
    if size < MODERATE or p >= LEVEL:
        return "A"
    return "C" if size >= LARGE and (size - MODERATE) / error > Z_ONE_SIDED else "B"


def _tells(table: Table) -> bool:
    a, b, c, d = table
    return a + b > 0 and c + d > 0


def _variance(table: Table) -> float:
    """Of the reference group's right answers, with the margins of the stratum given."""
    a, b, c, d = table
    total = a + b + c + d
    return (a + b) * (c + d) * (a + c) * (b + d) / (total * total * (total - 1))


def _sides(tables: Sequence[tuple[float, ...]]) -> tuple[float, float]:
    """Σ AD/T and Σ BC/T; what the first exceeds the second by is Σ (A − expected A)."""
    return (
        fsum(a * d / (a + b + c + d) for a, b, c, d in tables),
        fsum(b * c / (a + b + c + d) for a, b, c, d in tables),
    )


def _spread(tables: Sequence[tuple[float, ...]], favours: float, against: float) -> float:
    """The variance of ln odds. Summed without rounding: the same whichever group comes first."""
    parts: list[float] = []
    for a, b, c, d in tables:
        total = a + b + c + d
        p, q, r, s = (a + d) / total, (b + c) / total, a * d / total, b * c / total
        parts += [p * r / (2 * favours * favours), q * s / (2 * against * against)]
        parts += [p * s / (2 * favours * against), q * r / (2 * favours * against)]
    return fsum(parts)
