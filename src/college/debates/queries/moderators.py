"""The moderators' two seats."""

from django.db.models import QuerySet

from college.debates.models import Debate, Moderator
from college.people.models import Member

SEATS = 2


def seated(debate: Debate) -> QuerySet[Moderator]:
    """Who has a seat now, at most two, by the time they took it. One query."""
    return (
        Moderator.objects.filter(debate=debate, ended_at=None)
        .select_related("member", "viewpoint")
        .order_by("began_at", "id")
    )


def pair(debate: Debate) -> tuple[Moderator, Moderator] | None:
    """The pair in force, or ``None`` while a seat is empty: one moderator alone can do nothing. One query."""
    both = list(seated(debate))
    return (both[0], both[1]) if len(both) == SEATS else None


def is_moderator(member: Member, debate: Debate) -> bool:
    """Whether the member has a seat. One query."""
    return Moderator.objects.filter(member=member, debate=debate, ended_at=None).exists()


def seat_of(member: Member, debate: Debate) -> Moderator | None:
    """The member's own seat. One query."""
    return seated(debate).filter(member=member).first()
