"""What a viewpoint's delegates say of a version: fair, fair with comment, not fair."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.summaries.models.version import Version
from college.summaries.rules.life import Fairness


class Attestation(models.Model):
    """Of one statement (its id), or of the whole (empty). The newest of a viewpoint stands."""

    public_id = columns.public_id()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="attestations")
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    statement = models.CharField(max_length=13, blank=True)
    fairness = columns.word(Fairness)
    comment = columns.text(null=True)
    by = columns.member()
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "viewpoint", "statement"],
                condition=Q(replaced_at=None),
                name="summaries_attestation_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(fairness=Fairness.FAIR) | Q(comment__isnull=False),
                name="summaries_attestation_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewpoint_id}: {self.fairness}"


class AttestationAnswer(models.Model):
    """What the editors answer to a "not fair", or to a comment: once, at equal length."""

    attestation = models.OneToOneField(Attestation, on_delete=models.PROTECT, related_name="answer")
    text = columns.text()
    by = columns.member()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"answer to {self.attestation_id}"
