"""Who held which viewpoint at a moment: what a draw stratifies by, frozen before the case was known."""

from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from college.debates.models import Debate, Holding, Viewpoint


def labels_at(debate: Debate, moment: datetime) -> dict[str, str]:
    """Public ids of members to those of the viewpoints they held at ``moment``; who held none is not named.

    A viewpoint that was merged counts as the one it is part of now; one that is not admitted as none.
    One query.
    """
    rows = Holding.objects.filter(
        Q(ended_at=None) | Q(ended_at__gt=moment),
        debate=debate,
        began_at__lte=moment,
        viewpoint__admitted_at__isnull=False,
    ).annotate(label=Coalesce(F("viewpoint__merged_into__public_id"), F("viewpoint__public_id")))
    return dict(rows.order_by("began_at", "id").values_list("member__public_id", "label"))


def viewpoints_of(debate: Debate) -> list[str]:
    """Public ids of all admitted viewpoints, in the order of their letters. One query."""
    rows = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False, merged_into=None)
    return list(rows.order_by("admitted_at", "id").values_list("public_id", flat=True))


def merged(debate: Debate) -> dict[str, str]:
    """Public ids of viewpoints that were merged, to those they are part of now. One query."""
    rows = Viewpoint.objects.filter(debate=debate, merged_into__isnull=False)
    return dict(rows.values_list("public_id", "merged_into__public_id"))
