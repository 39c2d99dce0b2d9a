"""A debate's summary, and the editors who write it."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.summaries.rules.life import Side, SummaryState

_TEAMS = (Side.FIRST, Side.SECOND)


class Summary(models.Model):
    """One for each debate. ``round`` counts how often it was begun: once, and after each reopening.

    ``until`` is the date set ahead for the end of ``state``; NULL where panels or nobody must act.
    ``version`` moves with everything that changes what pages show of the work.
    """

    public_id = columns.public_id()
    debate = models.OneToOneField(
        "debates.Debate", on_delete=models.PROTECT, related_name="summary"
    )
    round = models.PositiveIntegerField(default=1)
    state = columns.word(SummaryState)
    begun_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["state", "until"], name="summaries_summary_due")]

    def __str__(self) -> str:
        return f"summary of {self.debate_id}"


class Editor(models.Model):
    """A member of one of the two teams. ``viewpoint``: held when taking the seat; NULL for the undecided."""

    public_id = columns.public_id()
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="editors")
    side = models.PositiveSmallIntegerField(choices=[(s.value, s.name) for s in _TEAMS])
    member = columns.member(name="editorships")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "member"],
                condition=Q(ended_at=None),
                name="summaries_editor_once",
            ),
            models.UniqueConstraint(
                fields=["summary", "side", "viewpoint"],
                condition=Q(ended_at=None),
                name="summaries_editor_per_viewpoint",
            ),
            models.UniqueConstraint(
                fields=["summary", "side"],
                condition=Q(ended_at=None, viewpoint=None),
                name="summaries_editor_one_undecided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} on side {self.side} of {self.summary_id}"


class OmissionReason(models.Model):
    """Why the editors left a contribution out."""

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="omission_reasons")
    contribution = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="+"
    )
    text = columns.text()
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "contribution"], name="summaries_omission_reason_once"
            )
        ]

    def __str__(self) -> str:
        return f"why {self.summary_id} omits {self.contribution_id}"
