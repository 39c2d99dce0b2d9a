"""Reports: a member's own, and those that ask for a hold."""

from datetime import datetime

from django.db.models import QuerySet

from college.debates.models import Contribution, Hearing, Remark, Report
from college.debates.rules.grounds import URGENT
from college.people.models import Member

_WITH = ("hearing__case", "hearing__debate", "revision__contribution", "remark", "reason")


def by_id(public_id: str) -> Report | None:
    """One query."""
    return Report.objects.filter(public_id=public_id).select_related(*_WITH).first()


def open_of(member: Member, row: Contribution | Remark) -> Report | None:
    """The member's own report of a text, in any wording, that waits. One query."""
    rows = Report.objects.filter(by=member, closed_at=None).select_related(*_WITH)
    if isinstance(row, Remark):
        return rows.filter(remark=row).first()
    return rows.filter(revision__contribution=row, revision__number=row.head).first()


def made_since(member: Member, since: datetime) -> int:
    """How many reports a member made after a moment. One query."""
    return Report.objects.filter(by=member, at__gt=since).count()


def urgent() -> QuerySet[Hearing]:
    """Hearings for which somebody asked a hold, and none was given yet, oldest first. One query."""
    return (
        Hearing.objects.filter(
            ground__in=[ground.value for ground in URGENT],
            settled_at=None,
            hold=None,
            reports__urgent=True,
            reports__closed_at=None,
        )
        .select_related(
            "case", "debate", "revision__text", "revision__contribution", "remark__text"
        )
        .distinct()
        .order_by("opened_at", "id")
    )
