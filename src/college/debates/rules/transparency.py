"""What was reported and decided in a month, counted: by ground, by who asked. Small figures are not shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from college.debates.rules.grounds import Ground, Origin, Settled


@dataclass(frozen=True, slots=True)
class Line:
    """One hearing. ``hours`` from the report to the enacted verdict; ``None`` while there is none."""

    ground: Ground
    origin: Origin
    settled: str
    hours: float | None = None
    held: bool = False
    appealed: bool = False
    overturned: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of hearings with one ``name``: a ground, an origin, or ``all``. ``None``: too few to be shown.

    ``hours`` is the median from report to enacted verdict, in whole hours.
    """

    name: str
    heard: int | None
    restricted: int | None
    kept: int | None
    withdrawn: int | None
    waiting: int | None
    held: int | None
    appealed: int | None
    overturned: int | None
    hours: int | None

    @property
    def figures(self) -> tuple[int | None, ...]:
        """In the order of ``COLUMNS``."""
        return tuple(getattr(self, column) for column in COLUMNS)


class Held(StrEnum):
    """Who held a text back before panels had heard it."""

    EMERGENCY = "emergency"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class HoldRow:
    """Counts of holds of one kind. Each hold stands in the record by itself, so none is kept back."""

    name: Held
    held: int
    waiting: int
    granted: int
    let_go: int


COLUMNS = (
    "heard",
    "restricted",
    "kept",
    "withdrawn",
    "waiting",
    "held",
    "appealed",
    "overturned",
    "hours",
)


def by_ground(lines: Sequence[Line], *, least: int) -> list[Row]:
    """A row for each ground on which something was heard, and one for all."""
    return _rows(lines, [(g.value, _is("ground", g)) for g in Ground], least)


def by_origin(lines: Sequence[Line], *, least: int) -> list[Row]:
    """A row for each way in which something came to be heard, and one for all."""
    return _rows(lines, [(o.value, _is("origin", o)) for o in Origin], least)


def by_hold(holds: Sequence[tuple[Held, str]]) -> list[HoldRow]:
    """A row for each kind of hold, also where there was none. With each, how it ended; empty while it has
    not. Whatever was not found to break the rule was let go."""
    return [_held(kind, [ending for one, ending in holds if one is kind]) for kind in Held]


def _held(kind: Held, endings: Sequence[str]) -> HoldRow:
    waiting, granted = endings.count(""), endings.count(Settled.GRANTED)
    let_go = len(endings) - waiting - granted
    return HoldRow(kind, held=len(endings), waiting=waiting, granted=granted, let_go=let_go)


def figure(count: int, *, least: int) -> int | None:
    """A count as it is shown: none and enough are, few are not."""
    return count if count == 0 or count >= least else None


def _is(field: str, value: str) -> Callable[[Line], bool]:
    return lambda line: getattr(line, field) == value


def _rows(
    lines: Sequence[Line], kinds: Iterable[tuple[str, Callable[[Line], bool]]], least: int
) -> list[Row]:
    found = [(name, [line for line in lines if fits(line)]) for name, fits in kinds]
    rows = [_row(name, some, least) for name, some in found if some]
    return [*rows, _row("all", lines, least)]


def _row(name: str, lines: Sequence[Line], least: int) -> Row:
    decided = [line.hours for line in lines if line.hours is not None]

    def count(fits: Callable[[Line], bool]) -> int | None:
        return figure(sum(1 for line in lines if fits(line)), least=least)

    return Row(
        name=name,
        heard=count(lambda line: True),
        restricted=count(lambda line: line.settled == Settled.GRANTED),
        kept=count(lambda line: line.settled == Settled.KEPT),
        withdrawn=count(lambda line: line.settled == Settled.WITHDRAWN),
        waiting=count(lambda line: line.settled == ""),
        held=count(lambda line: line.held),
        appealed=count(lambda line: line.appealed),
        overturned=count(lambda line: line.overturned),
        hours=round(median(decided)) if len(decided) >= least else None,
    )
