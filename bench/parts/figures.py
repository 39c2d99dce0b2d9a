"""Figures as they are reported: with their spread, most of them as a ratio to something in the same run."""

import argparse
import json
import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measured:
    """The median of several runs, and the smallest and largest of them."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> "Measured":
        return cls(statistics.median(values), min(values), max(values), len(values))

    def over(self, count: float) -> "Measured":
        """The same per piece."""
        return Measured(self.median / count, self.low / count, self.high / count, self.runs)

    def times(self, factor: float) -> "Measured":
        return self.over(1 / factor)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``bar`` is what was asked for, in words; ``holds`` is None where nothing was."""

    what: str
    value: Measured
    unit: str
    bar: str = ""
    holds: bool | None = None

    def told(self) -> dict[str, object]:
        found = {"what": self.what, "unit": self.unit, "median": self.value.median}
        found |= {"low": self.value.low, "high": self.value.high, "runs": self.value.runs}
        return found | {"bar": self.bar, "holds": self.holds}


@dataclass(slots=True)
class Report:
    """What one script found. ``say`` keeps remarks: what was left out, and why."""

    title: str
    rows: list[Row] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def row(self, what: str, value: Measured | Sequence[float] | float, unit: str) -> Measured:
        measured = _measured(value)
        self.rows.append(Row(what, measured, unit))
        return measured

    def at_least(
        self, what: str, value: Measured | Sequence[float] | float, unit: str, least: float
    ) -> None:
        """A figure that should not be smaller; its median is held against the bar."""
        measured = _measured(value)
        self.rows.append(Row(what, measured, unit, f"≥ {least:g}", measured.median >= least))

    def at_most(
        self, what: str, value: Measured | Sequence[float] | float, unit: str, most: float
    ) -> None:
        measured = _measured(value)
        self.rows.append(Row(what, measured, unit, f"≤ {most:g}", measured.median <= most))

    def say(self, remark: str) -> None:
        self.remarks.append(remark)

    def show(self, *, as_json: bool) -> None:
        if as_json:
            told = {"title": self.title, "machine": machine(), "remarks": self.remarks}
            print(json.dumps(told | {"rows": [row.told() for row in self.rows]}, indent=1))
            return
        print(self.title)
        print(f"({machine()})")
        cells = [("", "median", "low … high", "unit", "bar", "")]
        cells += [_cells(row) for row in self.rows]
        widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
        for row in cells:
            line = f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  "
            print(f"{line}{row[3]:<{widths[3]}}  {row[4]:<{widths[4]}}  {row[5]}".rstrip())
        for remark in self.remarks:
            print(f"- {remark}")


def options(
    about: str, add: Callable[[argparse.ArgumentParser], None] | None = None
) -> argparse.Namespace:
    """What every script can be asked for: ``--json``, ``--full``."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--full", action="store_true", help="the large sizes as well")
    if add:
        add(parser)
    return parser.parse_args()


def rate(taken: Sequence[float] | float, count: float) -> list[float]:
    """Pieces per unit of what they took, run by run."""
    return [count / one for one in ([taken] if isinstance(taken, float) else taken)]


def ratios(first: Sequence[float], second: Sequence[float]) -> list[float]:
    """Run by run, so that what slowed both in one round slows neither in the ratio."""
    return [a / b for a, b in zip(first, second, strict=True)]


def machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {platform.python_version()}, {os.cpu_count()} processors{load}"


def _measured(value: Measured | Sequence[float] | float) -> Measured:
    if isinstance(value, Measured):
        return value
    return Measured.of([value] if isinstance(value, int | float) else value)


def _cells(row: Row) -> tuple[str, ...]:
    value = row.value
    spread = f"{_number(value.low)} … {_number(value.high)}" if value.runs > 1 else ""
    verdict = "" if row.holds is None else "holds" if row.holds else "MISSED"
    return (row.what, _number(value.median), spread, row.unit, row.bar, verdict)


def _number(value: float) -> str:
    if (value == int(value) and abs(value) < 1e6) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"
