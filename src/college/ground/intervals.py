"""Between which bounds a share lies that was counted."""

from math import sqrt
from statistics import NormalDist

#: Two-sided 95 %.
Z95 = NormalDist().inv_cdf(0.975)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval of 95 % (1927), as shares from 0 to 1. ``ValueError`` for a share of nothing."""
    if of < 1 or not 0 <= hits <= of:
        raise ValueError("a share of nothing, or more than all")
    p, spread = hits / of, Z95 * Z95 / of
    middle = (p + spread / 2) / (1 + spread)
    half = Z95 / (1 + spread) * sqrt(p * (1 - p) / of + spread / (4 * of))
    # At 0 and at 1 the bound is the share itself, but for the last digit.
    return max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))
