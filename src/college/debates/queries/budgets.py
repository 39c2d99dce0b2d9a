"""Words each side may use, and has used."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from college.debates.models import Contribution, Debate, Viewpoint
from college.debates.queries import mergers
from college.debates.queries.badges import Badge, badges
from college.debates.rules import budgets
from college.debates.rules.order import shuffled
from college.debates.rules.stages import Stage
from college.debates.rules.viewpoints import sharing
from college.record.charters import charter_in_force


@dataclass(frozen=True, slots=True)
class Side:
    """One side at one stage; ``viewpoint`` ``None``: the undecided together.

    ``with_letters``: viewpoints that share its budget while a case decides whether they are one; what they
    used is in ``used``.
    """

    viewpoint: Badge | None
    used: int
    by_delegates: int
    allowed: budgets.Allowance
    with_letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageBudget:
    """All sides at a stage, viewpoints in the debate's own shuffled order, the undecided last."""

    stage: Stage
    sides: list[Side]


def table(debate: Debate) -> list[StageBudget]:
    """What is used and allowed while the debate is open, and while it is closing. Five queries."""
    charter = charter_in_force()
    keys = Viewpoint.objects.filter(
        debate=debate, admitted_at__isnull=False, merged_into=None
    ).values_list("pk", flat=True)
    known = badges(list(keys))
    order = shuffled(debate.public_id, known.values(), public_id=lambda badge: badge.public_id)
    sums = _sums(debate)
    together = sharing(known, mergers.heard_pairs(debate))
    found = []
    for stage in (Stage.OPEN, Stage.CLOSING):
        sides = []
        for badge in (*order, None):
            sharers = together[badge.key] if badge else [None]
            used = [sums.get((key, s)) for key in sharers for s in budgets.stages_with(stage)]
            sides.append(
                Side(
                    viewpoint=badge,
                    used=sum(u[0] for u in used if u),
                    by_delegates=sum(u[1] for u in used if u),
                    allowed=budgets.allowance(
                        charter.budgets, stage=stage, has_viewpoint=badge is not None
                    ),
                    with_letters=_others(badge, sharers, known),
                )
            )
        found.append(StageBudget(stage, sides))
    return found


def _others(
    badge: Badge | None, sharers: Collection[int | None], known: dict[int, Badge]
) -> tuple[str, ...]:
    others = [
        known[key].letter for key in sharers if badge and key is not None and key != badge.key
    ]
    return tuple(sorted(others))


def _sums(debate: Debate) -> dict[tuple[int | None, str], tuple[int, int]]:
    """Words by side and stage; merged viewpoints count as the one they were merged into. One query."""
    rows = (
        Contribution.objects.filter(debate=debate, at__gte=debate.reopened_at or debate.proposed_at)
        .annotate(side=Coalesce(F("viewpoint__merged_into"), F("viewpoint")))
        .values_list("side", "stage")
        .annotate(total=Sum("words"), own=Sum("words", filter=Q(as_delegate=True)))
        .order_by()
    )
    return {(side, stage): (total or 0, own or 0) for side, stage, total, own in rows}
