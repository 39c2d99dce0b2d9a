"""Two independent drafts of wording and viewpoints, hidden from each other until both are in."""

from django.db import models

from college.people import columns


class Draft(models.Model):
    """``side`` is 1 or 2; the two authors hold different viewpoints, or propose different ones."""

    public_id = columns.public_id()
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="drafts")
    side = models.PositiveSmallIntegerField()
    by = columns.member()
    wording = columns.text()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "side"], name="debates_draft_side"),
            models.UniqueConstraint(fields=["debate", "by"], name="debates_draft_author"),
            models.CheckConstraint(
                condition=models.Q(side__in=(1, 2)), name="debates_draft_two_sides"
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.side} of {self.debate_id}"


class DraftViewpoint(models.Model):
    """A viewpoint as a draft would list it."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="viewpoints")
    order = models.PositiveSmallIntegerField()
    text = columns.text()

    class Meta:
        ordering = ("order",)
        constraints = [
            models.UniqueConstraint(fields=["draft", "order"], name="debates_draft_viewpoint_order")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}/{self.order}"
