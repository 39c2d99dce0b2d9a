"""A position quoted in the brief, marked by a member: spoken for by a viewpoint, or missing."""

from django.db import models
from django.db.models import F, Q

from college.people import columns


class Position(models.Model):
    """``viewpoint`` NULL means that no viewpoint speaks for it: it is listed, with a call for delegates."""

    public_id = columns.public_id()
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="positions")
    passage = models.ForeignKey(
        "debates.Passage", null=True, on_delete=models.PROTECT, related_name="positions"
    )
    remark = models.ForeignKey(
        "debates.Remark", null=True, on_delete=models.PROTECT, related_name="positions"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = columns.text()
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="positions"
    )
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(passage=None, remark__isnull=False)
                | Q(passage__isnull=False, remark=None),
                name="debates_position_one_source",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="debates_position_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"position {self.public_id}"
