"""Is a roster or a standing body overruled more often than hard cases explain? A Beta-binomial test.

Cases differ in difficulty, so that reversals come in clumps: with a correlation ``rho`` between cases the
number of reversals is wider spread than a binomial one. Testing against the binomial would accuse whoever
had the ambiguous rules. One-case panels cannot be tested at all.
"""

from math import exp, lgamma


def tail(reversals: int, cases: int, mean: float, rho: float) -> float:
    """P(X >= reversals) of Beta-binomial(cases, mean/θ, (1 − mean)/θ) with θ = rho/(1 − rho).

    With rho = 0 it is the binomial.
    """
    return min(1.0, sum(_chance(x, cases, mean, rho) for x in range(reversals, cases + 1)))


def least_reversals(cases: int, mean: float, rho: float, alpha: float) -> int | None:
    """From how many reversals on the test rejects; ``None``: with so few cases it never does."""
    above = 0.0
    for reversals in range(cases, -1, -1):
        above += _chance(reversals, cases, mean, rho)
        if above > alpha:
            return reversals + 1 if reversals < cases else None
    return 0


def power(cases: int, mean: float, true_mean: float, rho: float, alpha: float) -> float:
    """The probability that the test rejects where the body is really overruled at ``true_mean``."""
    least = least_reversals(cases, mean, rho, alpha)
    return 0.0 if least is None else tail(least, cases, true_mean, rho)


def needed_cases(
    mean: float, true_mean: float, rho: float, alpha: float, *, wanted: float = 0.9, most: int = 400
) -> int | None:
    """The first number of audited cases with which the test has the power that is wanted.

    ``None``: not by ``most`` cases; clumping puts a ceiling on what can be seen.
    """
    numbers = range(1, most + 1)
    return next((n for n in numbers if power(n, mean, true_mean, rho, alpha) >= wanted), None)


def _chance(x: int, cases: int, mean: float, rho: float) -> float:
    ways = lgamma(cases + 1) - lgamma(x + 1) - lgamma(cases - x + 1)
    if rho == 0:
        return exp(ways) * mean**x * (1 - mean) ** (cases - x)
    a, b = mean * (1 - rho) / rho, (1 - mean) * (1 - rho) / rho
    return exp(ways + _log_beta(x + a, cases - x + b) - _log_beta(a, b))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
