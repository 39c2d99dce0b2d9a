"""Files on their way in."""

from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q, QuerySet

from college.debates.rules.briefs import Unplaced
from college.exchange.models import Arrival
from college.exchange.report import Report
from college.exchange.rules.arrivals import OVER, WORK, State

if TYPE_CHECKING:
    from college.people.models import Member


def by_id(public_id: str) -> Arrival | None:
    """One query."""
    return Arrival.objects.select_related("member").filter(public_id=public_id).first()


def of_member(member: "Member", most: int = 20) -> QuerySet[Arrival]:
    """A member's own, newest first. One query."""
    return Arrival.objects.filter(member=member).order_by("-id")[:most]


def work() -> QuerySet[Arrival]:
    """What the clock has to do, oldest first. One query."""
    return Arrival.objects.filter(state__in=WORK).select_related("member").order_by("id")


def left_behind(before: datetime) -> QuerySet[Arrival]:
    """Since a moment: read and not taken in, or refused and not handed in anew. One query."""
    read = ~Q(state__in=[*OVER, *WORK])
    typed = Q(state=State.REFUSED) & ~Q(question="", place="")
    return Arrival.objects.filter(read | typed, changed_at__lt=before)


def path_of(arrival: Arrival) -> Path:
    """Where its file lies. No query."""
    return Path(settings.HOME) / "intake" / arrival.public_id


def progress_of(arrival: Arrival) -> tuple[int, int] | None:
    """How much of how much of the present step is done, where that is known. No query.

    It is not a row: a row that is changed in a transaction is seen by nobody until it ends.
    """
    return cache.get(progress_key(arrival))


def progress_key(arrival: Arrival) -> str:
    return f"college.exchange.progress.{arrival.public_id}"


def report_of(arrival: Arrival) -> Report | None:
    """The table of the dry run, as far as it is kept. No query."""
    kept = arrival.report
    if kept is None:
        return None
    known = {field.name: kept[field.name] for field in fields(Report)}
    for name in ("first", "last"):
        known[name] = datetime.fromisoformat(kept[name]) if kept[name] else None
    known["sections"] = tuple(kept["sections"])
    known["captions"] = tuple((row["words"], row["credit"]) for row in kept["captions"])
    known["unplaced"] = tuple(Unplaced(**row) for row in kept["unplaced"])
    return Report(**known)
