"""Settled cases that are tried again, blind, for the audit."""

from django.db import models
from django.db.models import Q

from college.committees.rules.tally import Choice
from college.people import columns


class Sampling(models.Model):
    """An epoch whose seed has chosen among the cases settled before it was sealed."""

    epoch = models.OneToOneField(
        "committees.Epoch", on_delete=models.PROTECT, related_name="sampling"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"sample of {self.epoch_id}"


class Retrial(models.Model):
    """A case chosen by the seed of ``epoch``. ``verdict`` is what it was then, ``found`` what others found.

    ``reviewed``: a review had seen it, so that the finding informs and replaces nothing. Where nobody could
    be seated, ``found`` stays empty at ``ended_at``.
    """

    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="retrial")
    epoch = models.ForeignKey("committees.Epoch", on_delete=models.PROTECT, related_name="retrials")
    chosen_at = models.DateTimeField()
    verdict = columns.word(Choice)
    verdict_ground = models.CharField(max_length=40, blank=True)
    reviewed = models.BooleanField()
    draw = models.OneToOneField(
        "committees.Draw", null=True, on_delete=models.PROTECT, related_name="retrial"
    )
    found = columns.word(Choice, blank=True)
    found_ground = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, found="") | Q(ended_at__isnull=False),
                name="committees_retrial_found_when_ended",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(ended_at=None), name="committees_retrial_going_on"
            ),
        ]

    def __str__(self) -> str:
        return f"re-trial of {self.case_id}"
