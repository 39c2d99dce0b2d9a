"""The viewpoints of a debate, in the order of its seed, each in its newest words."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from college.debates.models import Debate, Delegate, Holding, Viewpoint, ViewpointWording
from college.debates.rules.order import shuffled


@dataclass(frozen=True, slots=True)
class Shown:
    """A viewpoint as pages show it: the same fields for every one, and no figure among them.

    ``is_held``: somebody holds it. ``delegate`` is the one who stands, with the member, or ``None``.
    """

    viewpoint: Viewpoint
    wording: ViewpointWording
    delegate: Delegate | None
    is_held: bool

    @property
    def letter(self) -> str:
        return self.viewpoint.letter

    @property
    def is_admitted(self) -> bool:
        return self.viewpoint.admitted_at is not None


def shown(debate: Debate) -> list[Shown]:
    """All viewpoints but merged and refused ones, in the order of the debate's seed. Two queries."""
    held = Holding.objects.filter(viewpoint=OuterRef("viewpoint"), ended_at=None)
    words = newest().filter(
        viewpoint__debate=debate, viewpoint__merged_into=None, viewpoint__refused_at=None
    )
    rows = list(words.annotate(is_held=Exists(held)))
    standing = Delegate.objects.filter(
        viewpoint__debate=debate, stood_at__isnull=False, ended_at=None
    ).select_related("member")
    by_viewpoint = {delegate.viewpoint_id: delegate for delegate in standing}
    found = [
        Shown(row.viewpoint, row, by_viewpoint.get(row.viewpoint_id), row.is_held) for row in rows
    ]
    return shuffled(debate.public_id, found, public_id=lambda one: one.viewpoint.public_id)


def one(debate: Debate, public_id: str) -> ViewpointWording | None:
    """A viewpoint of a debate, in its newest words. One query."""
    return newest().filter(viewpoint__debate=debate, viewpoint__public_id=public_id).first()


def wordings(viewpoint: Viewpoint) -> QuerySet[ViewpointWording]:
    """Every wording, newest first. One query."""
    return (
        ViewpointWording.objects.filter(viewpoint=viewpoint)
        .select_related("name", "statement", "by")
        .order_by("-number")
    )


def newest() -> QuerySet[ViewpointWording]:
    """The newest words of each viewpoint, with viewpoint, debate and texts."""
    later = ViewpointWording.objects.filter(
        viewpoint=OuterRef("viewpoint"), number__gt=OuterRef("number")
    )
    return ViewpointWording.objects.filter(~Exists(later)).select_related(
        "viewpoint__debate", "viewpoint__proposed_by", "name", "statement", "by"
    )
