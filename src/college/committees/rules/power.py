"""How much a comparison of two shares can see: the cases it needs, and what it would miss."""

from math import ceil, log, sqrt
from statistics import NormalDist

_NORMAL = NormalDist()
ALPHA, POWER = 0.05, 0.9


def needed_cases(base: float, ratio: float, *, design: float = 1.0) -> int:
    """Cases each of two groups needs to see ``ratio`` times the share ``base``; power 0.9, alpha 0.05.

    ``design``: by how much the variance is wider because authors repeat themselves.
    """
    z = _NORMAL.inv_cdf(1 - ALPHA / 2) + _NORMAL.inv_cdf(POWER)
    other = base * ratio
    return ceil(design * z**2 * ((1 - other) / other + (1 - base) / base) / log(ratio) ** 2)


def power(cases: int, others: int, base: float, ratio: float, *, design: float = 1.0) -> float:
    """The probability that ``cases`` beside ``others`` show a true ``ratio``, alpha 0.05 two-sided."""
    other = base * ratio
    spread = sqrt(design * ((1 - other) / (other * cases) + (1 - base) / (base * others)))
    return _NORMAL.cdf(abs(log(ratio)) / spread - _NORMAL.inv_cdf(1 - ALPHA / 2))


def least_ratio(cases: int, others: int, base: float, *, design: float = 1.0) -> float | None:
    """The smallest ratio above 1 that is seen with power 0.9; ``None``: not even every case restricted.

    ``base``: the share of the others, from 0 to 1.
    """
    if not 0 < base < 1 or power(cases, others, base, 1 / base, design=design) < POWER:
        return None
    low, high = 1.0, 1 / base
    while high - low > 0.001:
        middle = (low + high) / 2
        if power(cases, others, base, middle, design=design) < POWER:
            low = middle
        else:
            high = middle
    return high
