"""What the College asks about itself: proposals, removals, suspensions, holds; what of it is due."""

from datetime import datetime

from django.db.models import QuerySet

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


def decided(rows: QuerySet, at: datetime) -> QuerySet:
    """Of proposals, removals, suspensions or holds, those whose verdict takes effect now. One query."""
    return rows.filter(case__effect_due_at__lte=at, case__enacted_at=None)
