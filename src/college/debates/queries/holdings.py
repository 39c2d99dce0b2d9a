"""Who holds what."""

from django.db.models import QuerySet

from college.debates.models import Debate, Holding, Viewpoint
from college.people.models import Member


def current(member: Member, debate: Debate) -> Holding | None:
    """The member's present declaration in a debate, with its viewpoint. One query."""
    return (
        Holding.objects.filter(member=member, debate=debate, ended_at=None)
        .select_related("viewpoint")
        .first()
    )


def is_holder(member: Member, viewpoint: Viewpoint) -> bool:
    """One query."""
    return Holding.objects.filter(member=member, viewpoint=viewpoint, ended_at=None).exists()


def holders(viewpoint: Viewpoint) -> QuerySet[Holding]:
    """Present holders of a viewpoint, by the time they declared it. One query."""
    return (
        Holding.objects.filter(viewpoint=viewpoint, ended_at=None)
        .select_related("member")
        .order_by("began_at", "id")
    )


def held_viewpoints(debate: Debate) -> int:
    """How many admitted viewpoints somebody holds. The undecided are no viewpoint. One query."""
    return (
        Viewpoint.objects.filter(
            debate=debate,
            admitted_at__isnull=False,
            merged_into=None,
            holdings__ended_at=None,
            holdings__isnull=False,
        )
        .distinct()
        .count()
    )


def past(member: Member, debate: Debate) -> QuerySet[Holding]:
    """All declarations of a member in a debate, oldest first: changes are public. One query."""
    return (
        Holding.objects.filter(member=member, debate=debate)
        .select_related("viewpoint")
        .order_by("began_at", "id")
    )
