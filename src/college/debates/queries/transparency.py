"""What was heard about texts, month by month."""

from datetime import UTC, date, datetime

from django.db.models import Exists, OuterRef

from college.administration.queries import holds
from college.debates.models import Hearing, Hold, Restriction
from college.debates.rules.grounds import Ground, Origin, Settled
from college.debates.rules.transparency import Held, Line

_DECIDED = {Settled.GRANTED, Settled.KEPT}


def months() -> list[date]:
    """First days of the months in which something was reported or held, newest first. Three queries."""
    found = set(Hearing.objects.dates("opened_at", "month"))
    for rows in (Hold.objects.all(), holds()):
        found.update(rows.dates("at", "month"))
    return sorted(found, reverse=True)


def of_month(first: date) -> list[Line]:
    """What was reported in a month, and what has become of it. One query."""
    begins, ends = _span(first)
    lifted = Restriction.objects.filter(hearing=OuterRef("pk"), lifted_at__isnull=False)
    rows = Hearing.objects.filter(opened_at__gte=begins, opened_at__lt=ends).annotate(
        overturned=Exists(lifted), held=Exists(Hold.objects.filter(hearing=OuterRef("pk")))
    )
    return [_line(row) for row in rows.order_by("id")]


def holds_of_month(first: date) -> list[tuple[Held, str]]:
    """The holds that were made in a month, and how each ended, in one word; both rooms say ``granted``. Two
    queries."""
    begins, ends = _span(first)
    within = {"at__gte": begins, "at__lt": ends}
    emergency = Hold.objects.filter(**within).values_list("hearing__settled", flat=True)
    legal = holds().filter(**within).values_list("ended", flat=True)
    return [
        *((Held.EMERGENCY, ending) for ending in emergency),
        *((Held.LEGAL, ending) for ending in legal),
    ]


def _span(first: date) -> tuple[datetime, datetime]:
    next_year, next_month = divmod(first.month, 12)
    ends = datetime(first.year + next_year, next_month + 1, 1, tzinfo=UTC)
    return datetime(first.year, first.month, 1, tzinfo=UTC), ends


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
