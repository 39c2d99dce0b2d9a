"""What the College asks about itself: proposals, removals, suspensions, holds; what of it is due."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet, Value

from college.administration.models import Hold, Proposal, Removal, Sanction


def proposals() -> QuerySet[Proposal]:
    """Newest first. One query."""
    rows = Proposal.objects.select_related("member", "changes", "reason", "case", "version")
    return rows.order_by("-at", "-id")


def proposal(public_id: str) -> Proposal | None:
    """One query."""
    return proposals().filter(public_id=public_id).first()


def removals() -> QuerySet[Removal]:
    """Newest first. One query."""
    rows = Removal.objects.select_related("term__member", "member", "reason", "case")
    return rows.order_by("-at", "-id")


def sanctions() -> QuerySet[Sanction]:
    """Newest first. One query."""
    return Sanction.objects.select_related("member", "by", "reason", "case").order_by("-at", "-id")


def sanction(public_id: str) -> Sanction | None:
    """One query."""
    return sanctions().filter(public_id=public_id).first()


def holds() -> QuerySet[Hold]:
    """Newest first. One query."""
    return Hold.objects.select_related("text", "law", "member", "case").order_by("-at", "-id")


def hold_of(commitment: str) -> Hold | None:
    """The hold that runs on a text. One query."""
    return holds().filter(text_id=commitment, ended="").first()


def pages_of(public_ids: Collection[str]) -> dict[str, str]:
    """Where proposals, suspensions, removals and holds can be read, by public id; the latter two at their
    case. One query."""
    rows = [
        table.objects.filter(public_id__in=public_ids).values_list(
            "public_id", "case__public_id", Value(own)
        )
        for table, own in (
            (Proposal, "proposals"),
            (Sanction, "sanctions"),
            (Removal, ""),
            (Hold, ""),
        )
    ]
    return {
        public_id: f"/administration/{own}/{public_id}/" if own else f"/committees/cases/{case}/"
        for public_id, case, own in rows[0].union(*rows[1:])
    }


def decided(rows: QuerySet, at: datetime) -> QuerySet:
    """Of proposals, removals, suspensions or holds, those whose verdict takes effect now. One query."""
    return rows.filter(case__effect_due_at__lte=at, case__enacted_at=None)
