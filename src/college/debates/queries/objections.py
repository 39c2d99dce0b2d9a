"""Objections: what they hold up, and who made them."""

from django.db.models import Q, QuerySet

from college.debates.models import Debate, Delegate, Move, Objection, RemarkClaim, Viewpoint
from college.debates.queries import remarks


def waiting() -> QuerySet[Objection]:
    """Objections that nobody has settled: what they are against does not take effect by itself."""
    return Objection.objects.filter(settled_at=None)


def about(debate: Debate) -> QuerySet[Objection]:
    """Every objection to a debate, its viewpoints and its delegates, oldest first. One query."""
    return (
        Objection.objects.filter(
            Q(debate=debate) | Q(viewpoint__debate=debate) | Q(delegate__viewpoint__debate=debate)
        )
        .select_related(
            "by", "reason", "answer", "case", "viewpoint", "delegate__member", "delegate__viewpoint"
        )
        .order_by("at", "id")
    )


def target_of(objection: Objection) -> Debate | Viewpoint | Delegate | Move | RemarkClaim:
    """What an objection is against, with what belongs to it. Two queries."""
    row = Objection.objects.select_related(
        "debate__proposed_by",
        "viewpoint__debate",
        "viewpoint__proposed_by",
        "delegate__viewpoint__debate",
        "delegate__member",
        "move",
        "remark_claim",
    ).get(pk=objection.pk)
    if row.move is not None:
        return Move.objects.select_related(
            "debate",
            "reason",
            "question",
            "contribution",
            "onto",
            "proposed_by__member",
            "seconded_by__member",
        ).get(pk=row.move_id)
    if row.remark_claim is not None:
        return remarks.fresh_claim(row.remark_claim)
    target = row.debate or row.viewpoint or row.delegate
    if target is None:
        raise RuntimeError("an objection is against something")
    return target


def by_id(public_id: str) -> Objection | None:
    """One query."""
    return Objection.objects.filter(public_id=public_id).first()
