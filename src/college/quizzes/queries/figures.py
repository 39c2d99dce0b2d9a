"""The figures of a quiz as pages show them: of the newest tally, each with its item."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from college.debates.queries.badges import Badge
from college.debates.rules.addresses import case as case_at
from college.quizzes.models import Flag, Item, Quiz, Tally
from college.quizzes.queries import tallies
from college.quizzes.queries.attempts import viewpoints_of
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import RELEASED, FlagState
from college.quizzes.rules.remarks import Difference, ItemRemark, remarks

#: Tallies of which an item's page tells what they found.
_HISTORY = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: holders of ``viewpoint`` with those of ``against``; ``None``: of all others.

    ``common`` and ``logistic`` as in the document, in thousandths; ``None`` where the answers tell nothing.
    """

    viewpoint: Badge | None
    against: Badge | None
    reference: int
    focal: int
    trial: bool
    common: Mapping[str, Any] | None
    logistic: Mapping[str, Any] | None

    @property
    def difference(self) -> Difference | None:
        return Difference(self.common["class"]) if self.common else None

    @property
    def harder(self) -> bool:
        """For holders of ``viewpoint``."""
        return self.common is not None and self.common["d"] < 0


@dataclass(frozen=True, slots=True)
class Flagged:
    """A finding that a case looked at, or looks at. ``reason``: why it was kept or retired."""

    state: FlagState
    viewpoint: str
    harder: bool
    d: int
    tally: int
    at: datetime
    case_url: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with its figures. ``content`` is ``None`` where its words are held back or erased; ``told`` are
    the figures as the document has them, ``None`` where nobody answered it yet."""

    item: Item
    content: Content | None
    told: Mapping[str, Any] | None
    compared: tuple[Compared, ...]
    model: Mapping[str, Any] | None
    flags: tuple[Flagged, ...]

    @property
    def remarks(self) -> tuple[ItemRemark, ...]:
        return remarks(self.told) if self.told else ()


@dataclass(frozen=True, slots=True)
class Known:
    """What takers know of a viewpoint's arguments: of ``answers``, how many were ``right``; ``low`` and
    ``high`` in thousandths. ``heard``: its readings of retellings, as the answers document has them."""

    viewpoint: Badge
    items: tuple[ItemRow, ...]
    answers: int
    right: int
    low: int | None
    high: int | None
    heard: Mapping[str, Any] | None


@dataclass(frozen=True)
class Figures:
    """The newest tally. ``document``: its figures; ``heard``: what its answers say of retellings."""

    tally: Tally
    document: Mapping[str, Any]
    rows: tuple[ItemRow, ...]
    sides: Mapping[str, Badge]
    heard: Mapping[str, Mapping[str, Any]]

    @property
    def thresholds(self) -> Mapping[str, int]:
        found: Mapping[str, int] = self.document["thresholds"]
        return found

    @cached_property
    def is_compared(self) -> bool:
        """Whether fairness was looked at for any item."""
        return bool(self.document["dif"])

    def row(self, item: str) -> ItemRow | None:
        return next((row for row in self.rows if row.item.public_id == item), None)

    @cached_property
    def knowledge(self) -> list[Known]:
        """Of each viewpoint that there still is, in the order of letters."""
        return [
            Known(
                viewpoint=self.sides[one["viewpoint"]],
                items=tuple(self._about(one["viewpoint"])),
                answers=one["answers"],
                right=one["right"],
                low=one["low"],
                high=one["high"],
                heard=self.heard.get(one["viewpoint"]),
            )
            for one in self.document["knowledge"]
            if one["viewpoint"] in self.sides
        ]

    def _about(self, viewpoint: str) -> list[ItemRow]:
        return [
            row
            for row in self.rows
            if row.told and row.content and row.content.viewpoint == viewpoint
        ]


def newest(quiz: Quiz) -> Figures | None:
    """``None`` before the first tally, and where its documents are not open. Five queries."""
    tally = tallies.newest(quiz)
    told, answers = tallies.document(tally, "figures"), tallies.document(tally, "answers")
    if tally is None or told is None or answers is None:
        return None
    sides = viewpoints_of(quiz.summary.debate)
    flags = _flags(quiz)
    figures = {one["item"]: one for one in told["items"]}
    models = {one["item"]: one for one in told["model"] or []}
    rows = (
        ItemRow(
            item=item,
            content=_readable(item),
            told=figures.get(item.public_id),
            compared=_compared(told, item.public_id, sides),
            model=models.get(item.public_id),
            flags=tuple(flags.get(item.pk, ())),
        )
        for item in _items(quiz)
    )
    return Figures(
        tally=tally,
        document=told,
        rows=tuple(rows),
        sides=sides,
        heard={one["viewpoint"]: one for one in answers["retellings"]},
    )


def history(quiz: Quiz, item: str) -> list[tuple[Tally, tuple[Compared, ...]]]:
    """What the last tallies found of an item's fairness, the newest first. Three queries."""
    sides = viewpoints_of(quiz.summary.debate)
    rows = Tally.objects.filter(quiz=quiz).select_related("figures").order_by("-number")
    found = []
    for tally in rows[:_HISTORY]:
        told = tallies.document(tally, "figures")
        compared = _compared(told, item, sides) if told else ()
        if compared:
            found.append((tally, compared))
    return found


def _items(quiz: Quiz) -> list[Item]:
    """Those that were ever in the quiz. One query."""
    rows = Item.objects.filter(quiz=quiz, state__in=RELEASED)
    return list(rows.select_related("document", "version__summary__debate").order_by("id"))


def _readable(item: Item) -> Content | None:
    return from_plain(item.content) if item.document and item.document.is_open else None


def _compared(
    told: Mapping[str, Any], item: str, sides: Mapping[str, Badge]
) -> tuple[Compared, ...]:
    return tuple(
        Compared(
            viewpoint=sides.get(row["viewpoint"]),
            against=sides.get(row["against"]),
            reference=row["reference"],
            focal=row["focal"],
            trial=row["trial"],
            common=row["common"],
            logistic=row["logistic"],
        )
        for row in told["dif"]
        if row["item"] == item
    )


def _flags(quiz: Quiz) -> dict[int, list[Flagged]]:
    """By item, the newest first. One query."""
    rows = Flag.objects.filter(item__quiz=quiz).select_related(
        "viewpoint", "tally", "case", "reason"
    )
    found: dict[int, list[Flagged]] = {}
    for row in rows.order_by("-id"):
        one = Flagged(
            state=FlagState(row.state),
            viewpoint=row.viewpoint.public_id,
            harder=row.d < 0,
            d=abs(row.d),
            tally=row.tally.number,
            at=row.at,
            case_url=case_at(row.case.public_id),
            reason=row.reason.words if row.reason else "",
        )
        found.setdefault(row.item_id, []).append(one)
    return found
