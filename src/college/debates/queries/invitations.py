"""Invitations: what their page says, and those a member wrote."""

from django.db.models import QuerySet

from college.debates.models import Debate, Invitation
from college.people.models import Member


def by_code(code: str) -> Invitation | None:
    """One query."""
    return _rows().filter(code=code).first()


def by_id(debate: Debate, public_id: str) -> Invitation | None:
    """One query."""
    return _rows().filter(debate=debate, public_id=public_id).first()


def written_by(member: Member, debate: Debate) -> QuerySet[Invitation]:
    """Newest first. One query."""
    return _rows().filter(by=member, debate=debate).order_by("-at", "-id")


def _rows() -> QuerySet[Invitation]:
    return Invitation.objects.select_related(
        "debate", "letter", "by", "position__label", "position__debate"
    )
