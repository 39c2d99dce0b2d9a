"""What was heard about texts, month by month."""

from datetime import UTC, date, datetime

from django.db.models import Exists, OuterRef

from college.debates.models import Hearing, Hold, Restriction
from college.debates.rules.grounds import Ground, Origin, Settled
from college.debates.rules.transparency import Line

_DECIDED = {Settled.GRANTED, Settled.KEPT}


def months() -> list[date]:
    """First days of the months in which something was reported, newest first. One query."""
    return list(Hearing.objects.dates("opened_at", "month", order="DESC"))


def of_month(first: date) -> list[Line]:
    """What was reported in a month, and what has become of it. One query."""
    begins = datetime(first.year, first.month, 1, tzinfo=UTC)
    next_year, next_month = divmod(first.month, 12)
    ends = datetime(first.year + next_year, next_month + 1, 1, tzinfo=UTC)
    lifted = Restriction.objects.filter(hearing=OuterRef("pk"), lifted_at__isnull=False)
    rows = Hearing.objects.filter(opened_at__gte=begins, opened_at__lt=ends).annotate(
        overturned=Exists(lifted), held=Exists(Hold.objects.filter(hearing=OuterRef("pk")))
    )
    return [_line(row) for row in rows.order_by("id")]


def _line(row: Hearing) -> Line:
    decided = row.settled_at is not None and row.settled in _DECIDED
    return Line(
        ground=Ground(row.ground),
        origin=Origin(row.origin),
        settled=row.settled,
        hours=(row.settled_at - row.opened_at).total_seconds() / 3600 if decided else None,
        held=row.held,  # type: ignore[attr-defined]  annotated
        appealed=row.appealed_at is not None,
        overturned=row.overturned,  # type: ignore[attr-defined]  annotated
    )
