"""Words of comments: what each side has used of its room on a summary."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from college.debates.queries.badges import Badge, badges
from college.debates.queries.viewpoints import shown
from college.record.charters import charter_in_force
from college.summaries.models import Comment, Summary
from college.summaries.rules import comments
from college.summaries.rules.life import CommentState

if TYPE_CHECKING:
    from college.debates.models import Viewpoint

#: What was taken back uses no room; what gave way to a verdict does, as a contribution does.
_USING = (CommentState.STANDING, CommentState.RESTRICTED)


@dataclass(frozen=True, slots=True)
class Room:
    """One side's room on a summary, in words. ``viewpoint`` ``None``: the undecided together."""

    viewpoint: Badge | None
    used: int
    left: int


def used(summary: Summary, viewpoint: "Viewpoint | None") -> int:
    """Words of standing comments of one side. One query."""
    rows = Comment.objects.filter(summary=summary, state__in=_USING)
    if viewpoint is None:
        rows = rows.filter(viewpoint=None)
    else:
        rows = rows.filter(Q(viewpoint=viewpoint) | Q(viewpoint__merged_into=viewpoint))
    return rows.aggregate(total=Sum("words"))["total"] or 0


def rooms(summary: Summary) -> list[Room]:
    """Every side's, in the debate's shuffled order, the undecided last. Five queries."""
    budgets = charter_in_force().budgets
    order = [one.viewpoint.pk for one in shown(summary.debate) if one.is_admitted]
    known = badges(order)
    sums = dict(
        Comment.objects.filter(summary=summary, state__in=_USING)
        .annotate(side=Coalesce(F("viewpoint__merged_into"), F("viewpoint")))
        .order_by()
        .values_list("side")
        .annotate(total=Sum("words"))
    )
    return [
        Room(
            known[key] if key else None, sums.get(key, 0), comments.left(sums.get(key, 0), budgets)
        )
        for key in (*order, None)
    ]
