"""How sure one can be of a share: Wilson's interval, and how wide it is before anything is counted."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

#: Two-sided 95 %.
Z95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``of``; the interval of 95 %, as shares from 0 to 1."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.hits / self.of


def share(hits: int, of: int, least: int = 1) -> Share | None:
    """A share with Wilson's interval (1927); ``None`` where there are fewer than ``least`` cases."""
    if of < max(least, 1):
        return None
    low, high = wilson(hits, of)
    return Share(hits, of, low, high)


def wilson(hits: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The interval of a share from 0 to 1. It stays inside, and keeps its width at 0 and at 1."""
    p, spread = hits / of, z * z / of
    middle = (p + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(p * (1 - p) / of + spread / (4 * of))
    return max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))


def half_width(p: float, of: int) -> float:
    """How far a share of about ``p`` may be off either way with ``of`` cases, 95 %."""
    return Z95 * sqrt(p * (1 - p) / of)
