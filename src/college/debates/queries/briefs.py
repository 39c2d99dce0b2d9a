"""Briefs, their passages and their remarks, a page at a time."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from college.debates.models import Brief, Contribution, Debate, Passage, Quotation, Remark
from college.debates.rules import intake
from college.debates.rules.briefs import Rights


@dataclass(frozen=True, slots=True)
class Figures:
    """How much of briefs a debate has."""

    passages: int
    remarks: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage as a reader sees it. ``is_shown`` is false where only quoted words may be shown and
    nobody has quoted it; ``said`` are the contributions that start from it."""

    passage: Passage
    is_shown: bool
    said: list[Contribution]


@dataclass(frozen=True, slots=True)
class Heard:
    """A remark with the contributions that start from it."""

    remark: Remark
    said: list[Contribution]


def figures(debate: Debate) -> Figures:
    """Two queries."""
    return Figures(
        passages=Passage.objects.filter(brief__debate=debate).count(),
        remarks=Remark.objects.filter(brief__debate=debate).count(),
    )


def of_debate(debate: Debate) -> QuerySet[Brief]:
    """The briefs of a debate, oldest first. One query."""
    return Brief.objects.filter(debate=debate).select_related("title").order_by("at", "id")


def by_id(debate: Debate, public_id: str) -> Brief | None:
    """One query."""
    rows = Brief.objects.filter(debate=debate, public_id=public_id)
    return rows.select_related("title", "debate", "imported_by").first()


def pieces(brief: Brief, *, everything: bool) -> list[Piece]:
    """The article. ``everything`` for members, who need the words in order to quote them. Two queries."""
    rows = list(Passage.objects.filter(brief=brief).select_related("text").order_by("order"))
    said = _said("passage", [row.pk for row in rows])
    full = everything or brief.rights == Rights.FULL
    return [Piece(row, full or row.quoted_at is not None, said[row.pk]) for row in rows]


def piece_by_id(debate: Debate, public_id: str, *, everything: bool) -> Piece | None:
    """One passage of a debate's briefs, with its brief. Two queries."""
    rows = Passage.objects.filter(brief__debate=debate, public_id=public_id)
    row = rows.select_related("text", "brief__title").first()
    if row is None:
        return None
    full = everything or row.brief.rights == Rights.FULL
    return Piece(row, full or row.quoted_at is not None, _said("passage", [row.pk])[row.pk])


def heard(brief: Brief, page: int) -> list[Heard]:
    """The remarks of one page, from 1, in reading order. Two queries."""
    first = (page - 1) * intake.PAGE
    rows = list(
        Remark.objects.filter(brief=brief, order__gte=first, order__lt=first + intake.PAGE)
        .select_related("text", "claimed_by", "parent")
        .order_by("order")
    )
    said = _said("remark", [row.pk for row in rows])
    return [Heard(row, said[row.pk]) for row in rows]


def remarks_in(brief: Brief) -> int:
    """One query."""
    return Remark.objects.filter(brief=brief).count()


def source_by_id(debate: Debate, public_id: str) -> Passage | Remark | None:
    """The passage or remark of a debate with a public id, unless a notice stands before it. At most two
    queries."""
    found = source_anywhere(public_id)
    if found is None or found.brief.debate_id != debate.pk:
        return None
    return None if isinstance(found, Remark) and found.restricted_at is not None else found


def source_anywhere(public_id: str) -> Passage | Remark | None:
    """The passage or remark with a public id, in whichever debate. At most two queries."""
    for model, more in ((Passage, ()), (Remark, ("claimed_by",))):
        rows = model.objects.filter(public_id=public_id)
        found = rows.select_related("text", "brief__title", "brief__debate", *more).first()
        if found is not None:
            return found
    return None


def _said(column: str, keys: Collection[int]) -> dict[int, list[Contribution]]:
    """Contributions by the passage or remark they quote, in order of time. One query."""
    found: dict[int, list[Contribution]] = defaultdict(list)
    rows = (
        Quotation.objects.filter(**{f"{column}__in": keys})
        .select_related("contribution__author", "contribution__viewpoint")
        .order_by("contribution_id", "id")
    )
    for row in rows:
        several = found[getattr(row, f"{column}_id")]
        if row.contribution not in several:
            several.append(row.contribution)
    return found
