"""Who held what at a moment: the labels by which panels are drawn."""

from datetime import datetime

from django.db.models import Q

from college.debates.models import Debate, Holding, Viewpoint


def labels_at(debate: Debate, at: datetime) -> dict[str, str]:
    """Member → viewpoint held at a moment, by public ids; who held none is left out. One query."""
    rows = Holding.objects.filter(
        Q(ended_at=None) | Q(ended_at__gt=at),
        debate=debate,
        began_at__lte=at,
        viewpoint__isnull=False,
    )
    return dict(rows.order_by("id").values_list("member__public_id", "viewpoint__public_id"))


def viewpoint_ids(debate: Debate) -> list[str]:
    """The admitted viewpoints of a debate, by public id. One query."""
    rows = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False, merged_into=None)
    return list(rows.order_by("public_id").values_list("public_id", flat=True))
