"""Seats: whose time is over, and what waits for a member."""

from datetime import datetime

from django.db.models import QuerySet

from college.committees.models import Seat
from college.people.models import Member


def overdue(at: datetime) -> list[Seat]:
    """Called seats without an answer or a ballot in time, oldest first. One query."""
    rows = Seat.objects.filter(called_at__isnull=False, out_at=None, due_at__lte=at, ballot=None)
    return list(rows.filter(draw__decided_at=None).order_by("due_at", "id"))


def waiting_for(member: Member) -> QuerySet[Seat]:
    """A member's open seats, the one due first before the others. One query."""
    rows = Seat.objects.filter(
        place__member=member,
        called_at__isnull=False,
        out_at=None,
        ballot=None,
        draw__decided_at=None,
    )
    return rows.select_related("draw__case", "place").order_by("due_at", "id")


def called() -> QuerySet[Seat]:
    """Every seat that waits for an answer or a ballot, whosever it is, in the order of drawing. One query."""
    rows = Seat.objects.filter(called_at__isnull=False, out_at=None, ballot=None)
    return (
        rows.filter(draw__decided_at=None)
        .select_related("place__member", "draw__case")
        .order_by("id")
    )


def due_by(after: datetime, until: datetime) -> list[Seat]:
    """Accepted seats whose ballot is due after one moment and until another. One query."""
    rows = Seat.objects.filter(
        accepted_at__isnull=False, due_at__gt=after, due_at__lte=until, out_at=None, ballot=None
    )
    return list(rows.filter(draw__decided_at=None).select_related("place__member").order_by("id"))
