"""A suspension from taking part: asked for, in force until a moment, over."""

from django.db import models
from django.db.models import Q

from college.administration.models.columns import case
from college.administration.rules.grounds import Ending
from college.people import columns


class Sanction(models.Model):
    """``member`` may be suspended for so many ``days`` from the verdict's effect. Lifts by itself."""

    public_id = columns.public_id()
    member = columns.member()
    by = columns.member()
    days = models.PositiveIntegerField()
    reason = columns.text()
    at = models.DateTimeField()
    case = case()
    began_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    ended = columns.word(Ending, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(ended=""), name="administration_sanction_one_each"
            ),
            models.CheckConstraint(
                condition=Q(began_at=None, until=None)
                | Q(began_at__isnull=False, until__isnull=False),
                name="administration_sanction_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
