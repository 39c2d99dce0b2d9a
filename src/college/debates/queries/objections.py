"""Objections: what they hold up, and who made them."""

from django.db.models import Q, QuerySet

from college.debates.models import Debate, Objection


def waiting() -> QuerySet[Objection]:
    """Objections that nobody has settled: what they are against does not take effect by itself."""
    return Objection.objects.filter(settled_at=None)


def about(debate: Debate) -> QuerySet[Objection]:
    """Every objection to a debate, its viewpoints and its delegates, oldest first. One query."""
    return (
        Objection.objects.filter(
            Q(debate=debate) | Q(viewpoint__debate=debate) | Q(delegate__viewpoint__debate=debate)
        )
        .select_related("by", "reason", "viewpoint", "delegate__member", "delegate__viewpoint")
        .order_by("at", "id")
    )


def by_id(public_id: str) -> Objection | None:
    """One query."""
    return Objection.objects.filter(public_id=public_id).first()
