"""A position that can be held on the question, stated by those who hold it."""

from django.db import models
from django.db.models import F, Q

from college.people import columns


class Viewpoint(models.Model):
    """``letter`` is given at admission, in order of admission, and never changes: A, B, C…

    Admitted when ``admitted_at`` is set; ``admit_at`` ends its notice. ``merged_into`` is set by a case,
    and so is ``refused_at``: it is never admitted then, and may be proposed anew in another form.
    """

    public_id = columns.public_id()
    debate = models.ForeignKey(
        "debates.Debate", on_delete=models.PROTECT, related_name="viewpoints"
    )
    letter = models.CharField(max_length=2, blank=True)
    proposed_by = columns.member()
    proposed_at = models.DateTimeField()
    admit_at = models.DateTimeField()
    admitted_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["debate", "letter"],
                condition=~Q(letter=""),
                name="debates_viewpoint_letter",
            ),
            models.CheckConstraint(
                condition=Q(refused_at=None) | Q(admitted_at=None),
                name="debates_viewpoint_refused_or_admitted",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                name="debates_viewpoint_not_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"viewpoint {self.letter or '?'} of {self.debate_id}"


class ViewpointWording(models.Model):
    """Name and statement of a viewpoint; only its holders' delegate, or its proposer before that, revises."""

    viewpoint = models.ForeignKey(Viewpoint, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveIntegerField()
    name = columns.text()
    statement = columns.text()
    words = models.PositiveIntegerField()
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["viewpoint", "number"], name="debates_viewpoint_wording_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.viewpoint_id}/{self.number}"
