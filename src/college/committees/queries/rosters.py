"""Who serves, who could, and who is on duty."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Max, QuerySet

from college.committees.models import Absence, Duty, Place, Roster
from college.committees.rules.duty import is_on_duty
from college.committees.rules.eligibility import is_eligible
from college.ground.charter import Charter
from college.people.models import Member
from college.people.queries import members
from college.people.rules.standing import Standing


def in_force() -> Roster | None:
    """The roster whose term runs. One query."""
    return Roster.objects.filter(began_at__isnull=False, ended_at=None).order_by("-number").first()


def by_number(number: int) -> Roster | None:
    """One query."""
    return Roster.objects.filter(number=number).select_related("epoch").first()


def numbers(ids: Collection[str]) -> dict[str, int]:
    """The numbers of rosters, by public id. One query."""
    return dict(Roster.objects.filter(public_id__in=ids).values_list("public_id", "number"))


def places(roster: Roster) -> QuerySet[Place]:
    """All places of a term, by pseudonym: no order that says anything about the people. One query."""
    return Place.objects.filter(roster=roster).select_related("member").order_by("public_id")


def on_duty(roster: Roster, at: datetime) -> list[str]:
    """The places that can be drawn at a moment: those that serve and are on duty. Two queries."""
    chosen: defaultdict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for place, begins, ends in Duty.objects.filter(place__roster=roster).values_list(
        "place_id", "begins", "ends"
    ):
        chosen[place].append((begins, ends))
    rows = Place.objects.filter(roster=roster, left_at=None).order_by("public_id")
    serving = rows.values_list("pk", "public_id")
    return [name for pk, name in serving if is_on_duty(chosen[pk], at)]


def place_of(member: Member) -> Place | None:
    """A member's place in the present term. One query."""
    rows = Place.objects.filter(
        member=member, roster__began_at__isnull=False, roster__ended_at=None
    )
    return rows.select_related("roster").first()


def place_by_id(public_id: str) -> Place | None:
    """One query."""
    return Place.objects.filter(public_id=public_id).select_related("roster", "member").first()


def holders(place_ids: Collection[str]) -> dict[str, int]:
    """Pseudonym → row id of the member behind it, for the house's own use. One query."""
    rows = Place.objects.filter(public_id__in=place_ids)
    return dict(rows.values_list("public_id", "member_id"))


def eligible(at: datetime, charter: Charter) -> list[str]:
    """The public ids of the members who may be drawn for the next term at a moment. Three queries."""
    latest = Roster.objects.aggregate(latest=Max("number"))["latest"] or 0
    away = set(
        Absence.objects.filter(ended_at=None, until__gt=latest).values_list("member_id", flat=True)
    )
    rows = members().annotate(served=Max("places__roster__ended_at"))
    people = [
        (m.public_id, m.joined_at, m.standing != Standing.ADMITTED or m.pk in away, m.served)
        for m in rows.only("public_id", "joined_at", "standing")
    ]
    able = sum(
        is_eligible(joined, barred, None, at, eligible_count=0, charter=charter)
        for _id, joined, barred, _served in people
    )
    return [
        public_id
        for public_id, joined, barred, served in people
        if is_eligible(joined, barred, served, at, eligible_count=able, charter=charter)
    ]
