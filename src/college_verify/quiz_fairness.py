"""Whether items are harder for holders of a viewpoint, computed again from published strata
(``spec/quizzes.md`` section 4). Strata are ``[score_sum, right_reference, wrong_reference, right_focal,
wrong_focal]``; figures are floats in thousandths."""

from collections.abc import Sequence
from math import erfc, exp, log, log1p, sqrt
from typing import Any

Stratum = Sequence[int]

_Z, _Z_ONE_SIDED, _DELTA = 1.959963984540054, 1.645, 2.35
_EFFECTS = (0.035, 0.070)
_STEPS = 200


def common(strata: Sequence[Stratum]) -> dict[str, Any] | None:
    """Mantel and Haenszel's difference with its interval and class; ``None`` where they tell nothing."""
    tables = [tuple(one[1:]) for one in strata if one[1] + one[2] and one[3] + one[4]]
    variance = sum(
        (a + b) * (c + d) * (a + c) * (b + d) / ((a + b + c + d) ** 2 * (a + b + c + d - 1))
        for a, b, c, d in tables
    )
    if not variance:
        return None
    r, s = _sides(tables)
    chi2 = max(abs(r - s) - 0.5, 0) ** 2 / variance
    p = erfc(sqrt(chi2 / 2))
    if not r or not s:
        tables = [tuple(cell + 0.5 for cell in table) for table in tables]  # type: ignore[misc]
        r, s = _sides(tables)
    d, error = -_DELTA * log(r / s), _DELTA * sqrt(_spread(tables, r, s))
    size, told = abs(d), "A"
    if size >= 1 and p < 0.05:
        told = "C" if size >= 1.5 and (size - 1) / error > _Z_ONE_SIDED else "B"
    return {
        "d": 1000 * d,
        "error": 1000 * error,
        "low": 1000 * (d - _Z * error),
        "high": 1000 * (d + _Z * error),
        "chi2": 1000 * chi2,
        "p": 1000 * p,
        "class": told,
    }


def _sides(tables: Sequence[Sequence[float]]) -> tuple[float, float]:
    return (
        sum(a * d / (a + b + c + d) for a, b, c, d in tables),
        sum(b * c / (a + b + c + d) for a, b, c, d in tables),
    )


def _spread(tables: Sequence[Sequence[float]], r: float, s: float) -> float:
    """Robins, Breslow and Greenland's variance of the logarithm of the odds."""
    total = 0.0
    for a, b, c, d in tables:
        whole = a + b + c + d
        p, q, up, down = (a + d) / whole, (b + c) / whole, a * d / whole, b * c / whole
        total += p * up / (2 * r * r) + (p * down + q * up) / (2 * r * s) + q * down / (2 * s * s)
    return total


def logistic(strata: Sequence[Stratum]) -> dict[str, Any] | None:
    """The steps of the logistic regression; ``None`` where there is nothing to fit."""
    right, wrong = sum(o[1] + o[3] for o in strata), sum(o[2] + o[4] for o in strata)
    one_group = not sum(o[1] + o[2] for o in strata) or not sum(o[3] + o[4] for o in strata)
    if len(strata) < 2 or one_group or not right or not wrong:
        return None
    rows = []
    scores = [one[0] / (1000 * sum(one[1:])) for one in strata]
    middle = sum(scores) / len(scores)
    for score, one in zip(scores, strata, strict=True):
        # Centred: the largest likelihood is the same, and the search for it steadier.
        z = score - middle
        rows.append(((1.0, z, 0.0, 0.0), one[1], one[2]))
        rows.append(((1.0, z, 1.0, z), one[3], one[4]))
    none, score_, group, crossing = (_likelihood(rows, columns) for columns in (1, 2, 3, 4))
    both, uniform, last = (
        2 * max(0.0, more - less)
        for more, less in ((crossing, score_), (group, score_), (crossing, group))
    )
    takers = right + wrong
    effect = (exp(2 * (none - score_) / takers) - exp(2 * (none - crossing) / takers)) / (
        1 - exp(2 * none / takers)
    )
    p, told = exp(-both / 2), "A"
    if p < 0.05 and effect >= _EFFECTS[0]:
        told = "B" if effect < _EFFECTS[1] else "C"
    return {
        "any": [1000 * both, 1000 * p],
        "uniform": [1000 * uniform, 1000 * erfc(sqrt(uniform / 2))],
        "crossing": [1000 * last, 1000 * erfc(sqrt(last / 2))],
        "effect": 1000 * effect,
        "class": told,
    }


_Rows = Sequence[tuple[Sequence[float], int, int]]


def _likelihood(rows: _Rows, columns: int) -> float:
    """The largest logarithm of the likelihood over weights of the first columns, by damped Newton steps."""
    weights = [0.0] * columns
    best = _at(rows, weights)
    for _ in range(_STEPS):
        slope, bend = [0.0] * columns, [[0.0] * columns for _ in range(columns)]
        for row, right, wrong in rows:
            chance = _chance(_dot(row, weights))
            surprise = right - (right + wrong) * chance
            steepness = (right + wrong) * chance * (1 - chance)
            for i in range(columns):
                slope[i] += row[i] * surprise
                for j in range(columns):
                    bend[i][j] += row[i] * row[j] * steepness
        step = _solved(bend, slope)
        better = _at(rows, [w + s for w, s in zip(weights, step, strict=True)])
        while better < best and max(map(abs, step)) > 1e-12:
            step = [s / 2 for s in step]
            better = _at(rows, [w + s for w, s in zip(weights, step, strict=True)])
        if better - best <= 1e-12 * abs(best):
            return max(best, better)
        weights, best = [w + s for w, s in zip(weights, step, strict=True)], better
    return best


def _at(rows: _Rows, weights: Sequence[float]) -> float:
    total = 0.0
    for row, right, wrong in rows:
        logit = _dot(row, weights)
        total -= right * _softplus(-logit) + wrong * _softplus(logit)
    return total


def _dot(row: Sequence[float], weights: Sequence[float]) -> float:
    return sum(x * w for x, w in zip(row, weights, strict=False))


def _softplus(value: float) -> float:
    return value + log1p(exp(-value)) if value > 0 else log1p(exp(value))


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0


def _solved(matrix: list[list[float]], values: Sequence[float]) -> list[float]:
    """Gauss's elimination; where answers separate the groups a little is added, so that it goes on."""
    size = len(values)
    rows = [[*matrix[i], values[i]] for i in range(size)]
    for i in range(size):
        rows[i][i] += 1e-9
    for i in range(size):
        pivot = max(range(i, size), key=lambda at: abs(rows[at][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(i + 1, size):
            part = rows[j][i] / rows[i][i]
            rows[j] = [x - part * y for x, y in zip(rows[j], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found
