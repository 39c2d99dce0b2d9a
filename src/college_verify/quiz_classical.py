"""Classical figures of quiz items, counted again from published patterns (``spec/quizzes.md`` section 4).

A set of takers is one whole number, a bit for each. Figures are floats in thousandths; ``None``: not defined.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from typing import Any

_Z = 1.959963984540054
_TAIL = Fraction(27, 100)
_ESTIMATED = "<=>"


class Column:
    """One item's answers. ``cells`` by taker; ``shown`` and ``right`` are sets of takers."""

    def __init__(self, document: Any, cells: Sequence[str]) -> None:
        self.document, self.cells = document, cells
        self.key = right_cell(document)
        self.shown = _takers(cell != "" for cell in cells)
        self.right = _takers(cell == self.key for cell in cells)
        self.takers, self.hits = self.shown.bit_count(), self.right.bit_count()

    def options(self) -> list[str]:
        """What may be chosen, for a figure of each; nothing of matching."""
        if self.document["kind"] == "match":
            return []
        if self.document["kind"] == "estimate":
            return list(_ESTIMATED)
        return [str(number) for number in range(len(self.document["options"]))]

    def guessed(self) -> int:
        """Among how many options one is right; 0 where guessing is not like that."""
        one_of = self.document["kind"] not in {"match", "estimate"}
        return len(self.document["options"]) if one_of and len(self.document["key"]) == 1 else 0


def right_cell(document: Any) -> str:
    """What stands in a pattern for a right answer."""
    if document["kind"] == "estimate":
        return "="
    joint = "-" if document["kind"] == "match" else ","
    return joint.join(str(number) for number in document["key"])


class Classical:
    """All columns of a quiz."""

    def __init__(self, columns: Sequence[Column], takers: int) -> None:
        self.columns = columns
        self._right, self._shown = [0] * takers, [0] * takers
        for column in columns:
            for at, cell in enumerate(column.cells):
                if cell:
                    self._shown[at] += 1
                    self._right[at] += cell == column.key

    def item(self, column: Column, least: int) -> dict[str, Any]:
        """The figures of one item, without its id."""
        enough = column.takers >= least
        told: dict[str, Any] = {
            "takers": column.takers,
            "right": column.hits,
            "unknown": sum(cell == "?" for cell in column.cells),
            "facility": None,
            "beyond_chance": None,
            "correlation": None,
            "index": None,
        }
        rest = self._rest(column)
        chosen = [self._chose(column, option) for option in column.options()]
        told["picked"] = [
            {
                "chosen": sum(picked.values()),
                "correlation": _correlation(picked, rest) if enough else None,
            }
            for picked in chosen
        ]
        if enough:
            share, options = column.hits / column.takers, column.guessed()
            told["facility"] = 1000 * share
            if options > 1:
                told["beyond_chance"] = 1000 * (share - 1 / options) / (1 - 1 / options)
            was = {at: column.cells[at] == column.key for at in rest}
            told["correlation"] = _correlation(was, rest)
            told["index"] = self._index(column)
        return told

    def reliability(self, length: int) -> float | None:
        """Of a quiz of so many such items."""
        within = between = 0.0
        weight = pairs = 0
        for at, one in enumerate(self.columns):
            if not one.takers:
                continue
            share = one.hits / one.takers
            within += one.takers * share * (1 - share)
            weight += one.takers
            for other in self.columns[at + 1 :]:
                both = one.shown & other.shown
                number = both.bit_count()
                if number:
                    hits = (one.right & other.right).bit_count()
                    first = (one.right & both).bit_count() / number
                    second = (other.right & both).bit_count()
                    between += hits - first * second
                    pairs += number
        if not pairs or within <= 0:
            return None
        variance, covariance = within / weight, between / pairs
        total = variance + (length - 1) * covariance
        return 1000 * length * covariance / total if total > 0 else None

    def _rest(self, column: Column) -> dict[int, float]:
        """By taker who was shown the item and another, the share of the others that were right."""
        return {
            at: (self._right[at] - (cell == column.key)) / (self._shown[at] - 1)
            for at, cell in enumerate(column.cells)
            if cell and self._shown[at] > 1
        }

    def _chose(self, column: Column, option: str) -> dict[int, bool]:
        return {at: option in cell.split(",") for at, cell in enumerate(column.cells) if cell}

    def _index(self, column: Column) -> float:
        """The share right of the best 27 % less that of the least."""
        levels: dict[Fraction, list[int]] = {}
        for at, cell in enumerate(column.cells):
            if cell:
                level = levels.setdefault(Fraction(self._right[at], self._shown[at]), [0, 0])
                level[0] += 1
                level[1] += cell == column.key
        ordered = [levels[score] for score in sorted(levels)]
        tail = _TAIL * column.takers
        return float(1000 * (_edge(ordered[::-1], tail) - _edge(ordered, tail)))


def _edge(levels: Sequence[Sequence[int]], tail: Fraction) -> Fraction:
    """The mean right of the first ``tail`` takers; of those at the edge, all in part."""
    left, right = tail, Fraction(0)
    for takers, hits in levels:
        part = min(left, Fraction(takers))
        right += part * hits / takers
        left -= part
    return right / tail


def _correlation(first: dict[int, bool], second: dict[int, float]) -> float | None:
    """Pearson's, over the takers of the second."""
    number = len(second)
    hits = sum(first[at] for at in second)
    values = list(second.values())
    if number < 2 or not 0 < hits < number or min(values) == max(values):
        return None
    mean, share = sum(values) / number, hits / number
    above = sum((first[at] - share) * (value - mean) for at, value in second.items())
    spread = sum((value - mean) ** 2 for value in values)
    return 1000 * above / sqrt(spread * number * share * (1 - share))


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval of 95 %, in thousandths."""
    square, share = _Z * _Z, hits / of
    middle = (hits + square / 2) / (of + square)
    half = _Z * sqrt(of * share * (1 - share) + square / 4) / (of + square)
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == of else middle + half
    return 1000 * low, 1000 * high


def _takers(which: Any) -> int:
    return int("".join("1" if one else "0" for one in which) or "0", 2)
