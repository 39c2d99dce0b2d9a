"""A member says that a text breaks one of the conduct grounds. Who it was is public nowhere."""

from django.db import models
from django.db.models import F, Q

from college.people import columns


class Report(models.Model):
    """``marks`` are the words meant, as pairs of positions in the text (``rules.quoting``); empty: all of it.

    ``urgent``: the member asks that the text be held until it is heard. ``closed_at`` is when the report
    was taken back, or its hearing ended: till then the member makes no other on this text.
    """

    public_id = columns.public_id()
    hearing = models.ForeignKey("debates.Hearing", on_delete=models.PROTECT, related_name="reports")
    revision = models.ForeignKey(
        "debates.Revision", null=True, on_delete=models.PROTECT, related_name="+"
    )
    remark = models.ForeignKey(
        "debates.Remark", null=True, on_delete=models.PROTECT, related_name="+"
    )
    by = columns.member()
    reason = columns.text()
    marks = models.JSONField(default=list)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "revision"],
                condition=Q(closed_at=None),
                name="debates_report_one_open",
            ),
            models.UniqueConstraint(
                fields=["by", "remark"],
                condition=Q(closed_at=None),
                name="debates_report_one_open_of_remark",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("at")),
                name="debates_report_closed_later",
            ),
        ]
        indexes = [models.Index(fields=["by", "-at"], name="debates_report_recent")]

    def __str__(self) -> str:
        return f"report {self.public_id}"
