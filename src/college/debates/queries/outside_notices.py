"""Notices of people without an account, and their public answers."""

from django.db.models import Q, QuerySet

from college.debates.models import Contribution, OutsideNotice, Remark


def of_text(slug: str, public_id: str, notice_id: str) -> OutsideNotice | None:
    """The notice an address names. One query."""
    return OutsideNotice.objects.filter(
        Q(contribution__public_id=public_id, contribution__debate__slug=slug)
        | Q(remark__public_id=public_id, remark__brief__debate__slug=slug),
        public_id=notice_id,
    ).first()


def replies_to(row: Contribution | Remark) -> QuerySet[OutsideNotice]:
    """Public answers of people outside to a text, oldest first. One query."""
    rows = OutsideNotice.objects.filter(reply__isnull=False).select_related("reply")
    if isinstance(row, Remark):
        return rows.filter(remark=row).order_by("id")
    return rows.filter(contribution=row).order_by("id")
