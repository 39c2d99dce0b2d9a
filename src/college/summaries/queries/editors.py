"""The two teams of a summary."""

from django.db.models import QuerySet

from college.people.models import Member
from college.summaries.models import Editor, Summary


def seat_of(member: Member, summary: Summary) -> Editor | None:
    """The member's present seat. One query."""
    return Editor.objects.filter(summary=summary, member=member, ended_at=None).first()


def sat_opposite(member: Member, summary: Summary, side: int) -> bool:
    """Whether the member is, or ever was, on the other team. One query."""
    return Editor.objects.filter(summary=summary, member=member).exclude(side=side).exists()


def seated(summary: Summary) -> QuerySet[Editor]:
    """Who sits on either team now, by side, then in the order of their coming. One query."""
    return (
        Editor.objects.filter(summary=summary, ended_at=None)
        .select_related("member", "viewpoint")
        .order_by("side", "began_at", "id")
    )


def ever_seated(summary: Summary) -> QuerySet[Editor]:
    """Who sits on either team, or sat. One query."""
    return Editor.objects.filter(summary=summary).select_related("member").order_by("id")


def by_id(public_id: str) -> Editor | None:
    """One query."""
    told = ("summary__debate", "member", "viewpoint")
    return Editor.objects.select_related(*told).filter(public_id=public_id).first()
