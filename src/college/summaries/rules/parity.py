"""Figures derived from a coverage: how equally the viewpoints are represented, and when that is an alarm.

None of them is committed: whoever has the coverage document can work them out.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

from college.summaries.rules.coverage import Coverage

#: Below this parity, or above this imbalance of space, the page raises an alarm.
LEAST_PARITY = Fraction(4, 5)
MOST_IMBALANCE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Derived:
    """Each figure is ``None`` where there is nothing to compare.

    ``grounded``: share of statements that rest on something. ``parity``: the smallest share of points
    represented, over the largest; viewpoints without points do not count. ``imbalance``: how far the
    space of one viewpoint is from an equal share, at most. ``evenness``: of the space, 0 to 1 (entropy
    over its maximum).
    """

    grounded: Fraction | None
    parity: Fraction | None
    shares: tuple[Fraction, ...] | None
    imbalance: Fraction | None
    evenness: float | None

    @property
    def parity_alarm(self) -> bool:
        return self.parity is not None and self.parity < LEAST_PARITY

    @property
    def space_alarm(self) -> bool:
        return self.imbalance is not None and self.imbalance > MOST_IMBALANCE


def derived(coverage: Coverage) -> Derived:
    """The figures of a coverage; ``shares`` are the viewpoints' shares of the space, in its order."""
    covered = [one.share for one in coverage.viewpoints if one.share is not None]
    best = max(covered, default=Fraction(0))
    total = sum((one.space for one in coverage.viewpoints), Fraction(0))
    shares = tuple(one.space / total for one in coverage.viewpoints) if total else None
    return Derived(
        grounded=Fraction(coverage.grounded, coverage.statements) if coverage.statements else None,
        parity=min(covered) / best if best else None,
        shares=shares,
        imbalance=_imbalance(shares) if shares else None,
        evenness=_evenness(shares) if shares and len(shares) > 1 else None,
    )


def _imbalance(shares: tuple[Fraction, ...]) -> Fraction:
    equal = Fraction(1, len(shares))
    return max(abs(share - equal) for share in shares)


def _evenness(shares: tuple[Fraction, ...]) -> float:
    entropy = -sum(float(share) * math.log(share) for share in shares if share)
    return entropy / math.log(len(shares))
