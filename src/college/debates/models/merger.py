"""Two viewpoints that are to be one, or one that is to be two: asked of the committees."""

from django.db import models
from django.db.models import F, Q

from college.debates.models.asked import Asked, ends_with_reason
from college.people import columns


class Merger(Asked):
    """``viewpoint`` would become part of ``into``. While it is heard, both share one budget (law 2)."""

    viewpoint = models.ForeignKey(
        "debates.Viewpoint", on_delete=models.PROTECT, related_name="mergers"
    )
    into = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(viewpoint=F("into")), name="debates_merger_of_two"),
            models.UniqueConstraint(
                fields=["viewpoint"],
                condition=Q(settled_at=None),
                name="debates_merger_one_at_a_time",
            ),
            *ends_with_reason("debates_merger"),
        ]

    def __str__(self) -> str:
        return f"{self.viewpoint_id} into {self.into_id}"


class Split(Asked):
    """Part of ``viewpoint`` would stand by itself, under ``name`` and ``statement``. ``made``: what came."""

    viewpoint = models.ForeignKey(
        "debates.Viewpoint", on_delete=models.PROTECT, related_name="splits"
    )
    name = columns.text()
    statement = columns.text()
    made = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["viewpoint"],
                condition=Q(settled_at=None),
                name="debates_split_one_at_a_time",
            ),
            *ends_with_reason("debates_split"),
        ]

    def __str__(self) -> str:
        return f"split of {self.viewpoint_id}"
