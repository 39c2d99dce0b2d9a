"""How sure one can be of a share: Wilson's interval, and how wide it is before anything is counted."""

from dataclasses import dataclass
from math import sqrt

from college.ground.intervals import Z95, wilson


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


def half_width(p: float, of: int) -> float:
    """How far a share of about ``p`` may be off either way with ``of`` cases, 95 %."""
    return Z95 * sqrt(p * (1 - p) / of)
