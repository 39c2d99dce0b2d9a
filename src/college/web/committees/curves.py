"""Curves of capture against the share of colluders, as ``committees/parts/curves.html`` draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

#: Size of one chart and of its margins, in units of the picture.
_WIDTH, _HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 32, 40, 52
#: A line is told from another by its pattern and its letter, never by colour.
_PATTERNS = ("", "7 4", "2 3", "10 3 2 3", "5 2", "1 4", "12 4", "8 2 2 2 2 2")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: chances from 0 to 1 by share of colluders from 0 to 1. ``strong``: drawn heavier."""

    name: str
    points: tuple[tuple[float, float], ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line as it is drawn: its corners, and where its letter stands."""

    name: str
    letter: str
    pattern: str
    strong: bool
    corners: str
    letter_x: float
    letter_y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``top``: where it begins in a picture of several."""

    title: str
    top: int
    lines: tuple[Drawn, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Charts under one another, their size, and the words that go with them."""

    title: str
    described: str
    width: int
    height: int
    left: int
    right: int
    bottom: int
    label_at: int
    middle: float
    across: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The figures behind a picture, as ``parts/table.html`` takes them."""

    caption: str
    columns: list[str]
    rows: list[list[str]]


def picture(title: str, charts: Sequence[tuple[str, Sequence[Curve]]]) -> Picture:
    """Charts of (title, curves), each from 0 to 100 per cent of cases, over the same shares of colluders."""
    most = max(x for _title, curves in charts for curve in curves for x, _y in curve.points)
    drawn = tuple(
        Chart(
            heading,
            number * _HEIGHT,
            tuple(_line(curve, n, most) for n, curve in enumerate(curves)),
            across=tuple(
                Tick(_x(share / 10, most), percent(share / 10))
                for share in range(int(most * 10) + 1)
            ),
            up=tuple(Tick(_y(share / 4), percent(share / 4)) for share in range(5)),
        )
        for number, (heading, curves) in enumerate(charts)
    )
    return Picture(
        title=title,
        described=_(
            "Share of attacked cases that go the colluders’ way, by their share of the pool."
        ),
        width=_WIDTH,
        height=_HEIGHT * len(drawn),
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        bottom=_HEIGHT - _BOTTOM,
        label_at=_HEIGHT - 12,
        middle=(_LEFT + _WIDTH - _RIGHT) / 2,
        across=_("Share of the pool that colludes"),
        charts=drawn,
    )


def table(caption: str, curves: Sequence[Curve]) -> Table:
    """The figures behind curves that share their points, one row per share of colluders."""
    shares = [x for x, _y in curves[0].points]
    values = [dict(curve.points) for curve in curves]
    return Table(
        caption,
        [_("Colluders"), *(curve.name for curve in curves)],
        [[percent(x), *(percent(of[x], digits=1) for of in values)] for x in shares],
    )


def percent(share: float, *, digits: int = 0) -> str:
    """A share from 0 to 1 in words."""
    return _("%s %%") % f"{100 * share:.{digits}f}"


def _line(curve: Curve, number: int, most: float) -> Drawn:
    corners = [(_x(x, most), _y(y)) for x, y in curve.points]
    # Each letter further along than the last, so that letters of neighbouring lines keep apart.
    letter = corners[len(corners) * (number % 6 + 3) // 11]
    return Drawn(
        name=curve.name,
        letter=_LETTERS[number % len(_LETTERS)],
        pattern=_PATTERNS[number % len(_PATTERNS)],
        strong=curve.strong,
        corners=" ".join(f"{x:.1f},{y:.1f}" for x, y in corners),
        letter_x=round(letter[0], 1),
        letter_y=round(letter[1] - 5, 1),
    )


def _x(share: float, most: float) -> float:
    return round(_LEFT + share / most * (_WIDTH - _LEFT - _RIGHT), 1)


def _y(chance: float) -> float:
    return round(_HEIGHT - _BOTTOM - chance * (_HEIGHT - _TOP - _BOTTOM), 1)
