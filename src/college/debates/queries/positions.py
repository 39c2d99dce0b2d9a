"""Positions quoted in the briefs of a debate: those somebody speaks for, and those that are missing."""

from dataclasses import dataclass

from django.db.models import QuerySet

from college.debates.models import Debate, Position
from college.debates.queries import quotations
from college.debates.queries.badges import Badge, badges
from college.debates.queries.quotations import Quoted


@dataclass(frozen=True, slots=True)
class Marked:
    """A position with its exact words (empty where their source is gone) and where they stand."""

    position: Position
    words: str
    url: str
    viewpoint: Badge | None
    signed: Quoted


def of_debate(debate: Debate) -> list[Marked]:
    """All positions, in order of time. Two queries."""
    rows = list(_rows().filter(debate=debate).order_by("at", "id"))
    known = badges({row.viewpoint_id for row in rows if row.viewpoint_id})
    return [marked(row, known.get(row.viewpoint_id or 0)) for row in rows]


def missing(debate: Debate) -> int:
    """How many positions no viewpoint speaks for. One query."""
    return Position.objects.filter(debate=debate, viewpoint=None).count()


def by_id(debate: Debate, public_id: str) -> Position | None:
    """One query."""
    return _rows().filter(debate=debate, public_id=public_id).first()


def marked(row: Position, viewpoint: Badge | None = None) -> Marked:
    """No query when the source is at hand."""
    source = row.passage or row.remark
    if source is None:
        raise RuntimeError("a position has a source")
    signed = quotations.of_source(source, start=row.start, end=row.end)
    return Marked(row, signed.words, signed.url, viewpoint, signed)


def _rows() -> QuerySet[Position]:
    return Position.objects.select_related(
        "debate",
        "label",
        "by",
        "viewpoint",
        "passage__text",
        "passage__brief__title",
        "passage__brief__debate",
        "remark__text",
        "remark__claimed_by",
        "remark__brief__debate",
    )
