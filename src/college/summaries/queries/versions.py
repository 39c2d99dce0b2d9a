"""Versions of summaries: which there are, what each rests on, and what of that does not stand any more."""

import json
from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from college.debates.models import Debate
from college.debates.queries import evidence_labels
from college.debates.rules.kinds import State
from college.record.rules.states import TextState
from college.summaries.models import DraftLink, Statement, StatementLink, Summary, Version
from college.summaries.rules.life import SummaryState, VersionState
from college.summaries.rules.sections import Section, SectionKind
from college.summaries.rules.versions import sections_of as sections_in

_WITH = ("summary__debate", "document")
#: A contribution, or the wording that is pinned, cannot be read any more. What one duty member or one
#: steward holds back for a time still counts as standing: nothing is decided by one (law 5).
_UNREADABLE = (
    ~Q(contribution__state=State.STANDING)
    | Q(pinned__text__state=TextState.TOMBSTONE)
    | Q(pinned__text__state=TextState.WITHHELD, pinned__text__until=None)
)


def _lost() -> Q:
    """What carries no statement: it cannot be read, or panels found that its source took it back."""
    return _UNREADABLE | Q(contribution__in=evidence_labels.retracted())


def of_summary(summary: Summary) -> QuerySet[Version]:
    """Newest first. One query."""
    return Version.objects.filter(summary=summary).select_related(*_WITH).order_by("-number")


def newest(summary: Summary) -> Version | None:
    """One query."""
    return of_summary(summary).first()


def newest_certified(debate: Debate) -> Version | None:
    """What the public reads. One query."""
    rows = Version.objects.filter(summary__debate=debate, state=VersionState.CERTIFIED)
    return rows.select_related(*_WITH).order_by("-number").first()


def version(slug: str, number: int) -> Version | None:
    """One query."""
    rows = Version.objects.filter(summary__debate__slug=slug, number=number)
    return rows.select_related(*_WITH).first()


def document_of(row: Version) -> dict[str, Any]:
    """What a version commits to, read. At most one query."""
    found: dict[str, Any] = json.loads(row.document.words or '{"sections": []}')
    return found


def sections_of(row: Version) -> list[tuple[Section, list[Statement]]]:
    """Its sections in the order of its document, empty ones too, each with its statements. Two queries."""
    found: dict[Section, list[Statement]] = {one: [] for one in sections_in(document_of(row))}
    rows = Statement.objects.filter(version=row).select_related("text", "viewpoint")
    for statement in rows.order_by("order"):
        viewpoint = statement.viewpoint.public_id if statement.viewpoint else ""
        found.setdefault(Section(SectionKind(statement.section), viewpoint), []).append(statement)
    return list(found.items())


def links_of(row: Version) -> QuerySet[StatementLink]:
    """Everything a version rests on, in its order, with whatever of it can be read. One query."""
    told = (
        "row",
        "pinned__text",
        "contribution__headword",
        "contribution__condition",
        "contribution__source__line",
        "contribution__source__quotation",
    )
    rows = StatementLink.objects.filter(row__version=row).select_related(*told)
    return rows.order_by("row__order", "order", "id")


def lost_links(row: Version) -> QuerySet[StatementLink]:
    """Links to what was withdrawn, restricted, erased or retracted since. One query."""
    return StatementLink.objects.filter(_lost(), row__version=row).select_related("row__viewpoint")


def lost_of_draft(links: Collection[int]) -> list[int]:
    """Which of a draft's links, by key, lead to what cannot be read any more. One query."""
    return list(DraftLink.objects.filter(_lost(), pk__in=links).values_list("pk", flat=True))


def out(debate: Debate) -> Version | None:
    """The candidate that delegates are asked about now. One query."""
    rows = Version.objects.filter(
        summary__debate=debate,
        summary__state=SummaryState.ATTESTING,
        state=VersionState.CANDIDATE,
    )
    return rows.select_related(*_WITH).order_by("-number").first()
