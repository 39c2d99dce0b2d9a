"""Ties that members have declared."""

from collections.abc import Collection

from django.db.models import QuerySet

from college.committees.models import Recusal
from college.people.models import Member


def ties_of(member: Member) -> QuerySet[Recusal]:
    """A member's own standing ties, newest first; shown to nobody else. One query."""
    return Recusal.objects.filter(member=member, ended_at=None).order_by("-declared_at", "-id")


def tied_to(things: Collection[str]) -> set[str]:
    """Public ids of the members who declared a tie to any of these (debates, members). One query."""
    rows = Recusal.objects.filter(on__in=[t for t in things if t], ended_at=None)
    return set(rows.values_list("member__public_id", flat=True))
