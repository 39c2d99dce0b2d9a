"""What changes when authors are counted and not texts: the spread of a ratio, and a test by shuffling.

One author's texts resemble one another. Everything here is a sum over authors, so that an author who wrote
two thirds of one side's texts is one witness and not many.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

import numpy as np

from college.committees.rules.ratios import Outcome, Ratio, strata
from college.ground.intervals import Z95

#: Shuffles of the test; the smallest p it can find is one in so many and one.
ROUNDS = 1999


def clustered_sd(outcomes: Sequence[Outcome], viewpoint: str, ratio: Ratio) -> float:
    """The standard deviation of the ratio's logarithm with authors as the unit (a sandwich estimate).

    Each outcome's departure from what the common ratio predicts is added up by author; the squares of
    these sums, over (the ratio's own weight)², are the variance. G/(G − 1) for G authors.
    """
    tables = strata(outcomes, viewpoint)
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one in outcomes:
        table = tables.get(one.stratum)
        if table is None:
            continue
        granted = table.granted + table.others_granted
        base = granted / (table.cases * ratio.value + table.others)
        if one.viewpoint == viewpoint:
            part = table.others / table.total * (one.granted - ratio.value * base)
        else:
            part = -ratio.value * table.cases / table.total * (one.granted - base)
        sums[(one.viewpoint, one.author)] += part
    total = sum(part * part for part in sums.values())
    return sqrt(total * len(sums) / max(len(sums) - 1, 1)) / ratio.up


def effective(authors: Iterable[str]) -> float:
    """How many equally busy authors would tell as much (Kish 1965): (Σm)² / Σm², m texts of each."""
    counts = Counter(authors).values()
    return sum(counts) ** 2 / sum(m * m for m in counts) if counts else 0.0


def quantile(freedom: float) -> float:
    """How many standard deviations make 95 %, two-sided, where few authors tell how large one is.

    Student's t by its expansion around the normal one (Abramowitz and Stegun 26.7.5); from 4 on it is
    good to a hundredth.
    """
    z = Z95
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def permuted_p(
    outcomes: Sequence[Outcome], viewpoint: str, seed: bytes, *, rounds: int = ROUNDS
) -> float:
    """The share of shuffles of the authors among the viewpoints that differ as much as what is found.

    Compared is by how many restrictions the viewpoint's authors exceed what their strata lead one to
    expect. In round r the authors, in order of name, are sorted by 8-byte numbers, big endian, read from
    SHAKE-256(seed ‖ r in 4 bytes); the first are the viewpoint's. The same seed gives the same figure.
    """
    expected = _expected(outcomes)
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one in outcomes:
        sums[(one.viewpoint, one.author)] += one.granted - expected[one.stratum]
    units = sorted(sums)
    values = np.array([sums[unit] for unit in units])
    own = [n for n, (side, _) in enumerate(units) if side == viewpoint]
    found = abs(float(values[own].sum()))
    # A sum in another order differs in its last digits; what is equal shall count as equal.
    least = found - 1e-9 * max(1.0, found)
    hits = sum(1 for s in _shuffled_sums(values, len(own), seed, rounds) if abs(s) >= least)
    return (hits + 1) / (rounds + 1)


def _expected(outcomes: Sequence[Outcome]) -> dict[str, float]:
    granted = Counter(one.stratum for one in outcomes if one.granted)
    total = Counter(one.stratum for one in outcomes)
    return {name: granted[name] / number for name, number in total.items()}


def _shuffled_sums(values: np.ndarray, own: int, seed: bytes, rounds: int) -> Iterable[float]:
    for number in range(rounds):
        stream = hashlib.shake_256(seed + number.to_bytes(4, "big")).digest(8 * len(values))
        keys = np.frombuffer(stream, dtype=">u8")
        # Which are the lowest is enough; their order among themselves is not.
        lowest = np.argpartition(keys, own - 1)[:own]
        yield float(values[lowest].sum())
