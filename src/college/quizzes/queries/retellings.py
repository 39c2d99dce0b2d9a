"""Statements of viewpoints by people who do not hold them, and what holders said of them."""

from typing import NamedTuple

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from college.debates.models import Debate
from college.debates.queries import labels
from college.quizzes.models import RetellingReading
from college.quizzes.rules.life import Recognition, RetellingState


class Aggregate(NamedTuple):
    """Readings of a viewpoint's statements: of written ones and of the side's own, and how many of each were
    recognised. Whole counts: who publishes them leaves out what is less than ``audit.least_cell``."""

    viewpoint: str
    written_read: int
    written_recognised: int
    real_read: int
    real_recognised: int


def aggregates(debate: Debate) -> list[Aggregate]:
    """One for each admitted viewpoint, in the order of letters. What was restricted counts nowhere, and a
    viewpoint that was merged counts as the one it is part of. Two queries."""
    recognised = Q(said=Recognition.RECOGNISED)
    written, real = Q(retelling__isnull=False), Q(real__isnull=False)
    rows = (
        RetellingReading.objects.filter(viewpoint__debate=debate)
        .exclude(retelling__state=RetellingState.RESTRICTED)
        .values(
            side=Coalesce(F("viewpoint__merged_into__public_id"), F("viewpoint__public_id")),
        )
        .annotate(
            written_read=Count("pk", filter=written),
            written_recognised=Count("pk", filter=written & recognised),
            real_read=Count("pk", filter=real),
            real_recognised=Count("pk", filter=real & recognised),
        )
        .order_by("side")
    )
    counts = {
        row["side"]: (
            row["written_read"],
            row["written_recognised"],
            row["real_read"],
            row["real_recognised"],
        )
        for row in rows
    }
    return [Aggregate(one, *counts.get(one, (0, 0, 0, 0))) for one in labels.viewpoints_of(debate)]
