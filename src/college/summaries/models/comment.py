"""Members' comments on exact words, where they stand in later versions, and what is heard of them."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.grounds import Ground, Settled
from college.people import columns
from college.summaries.models.summary import Summary
from college.summaries.models.version import Version
from college.summaries.rules.life import AnchorHow, CommentState


class Comment(models.Model):
    """``viewpoint``: held by its author when it was made; NULL for the undecided, who share one room.

    Its place is the anchor of the version it was made on. ``words`` count against its side's room.
    """

    public_id = columns.public_id()
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="comments")
    made_on = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    author = columns.member(name="summary_comments")
    text = columns.text()
    words = models.PositiveIntegerField()
    at = models.DateTimeField()
    state = columns.word(CommentState)
    state_at = models.DateTimeField(null=True)
    token = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author", "token"],
                condition=~Q(token=""),
                name="summaries_comment_token_once",
            )
        ]
        indexes = [
            models.Index(fields=["summary", "viewpoint"], name="summaries_comment_room"),
            models.Index(fields=["author", "-at"], name="summaries_comment_recent"),
        ]

    def __str__(self) -> str:
        return f"comment {self.public_id}"


class Anchor(models.Model):
    """Where a comment stands in the plain text of a version: code points from 0, end exclusive.

    Both are NULL where it is orphaned. ``score`` is per mille (``rules.anchoring``).
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="anchors")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    how = columns.word(AnchorHow)
    score = models.PositiveSmallIntegerField(default=1000)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "version"], name="summaries_anchor_once"),
            models.CheckConstraint(
                condition=Q(how=AnchorHow.ORPHANED, start=None, end=None)
                | (~Q(how=AnchorHow.ORPHANED) & Q(end__gt=F("start"))),
                name="summaries_anchor_somewhere",
            ),
        ]
        indexes = [models.Index(fields=["version", "start"], name="summaries_anchor_place")]

    def __str__(self) -> str:
        return f"{self.comment_id} in {self.version_id}"


class CommentHearing(models.Model):
    """What a case is about: one comment and one ground of conduct. Look-alike reports join it.

    ``reason`` is what the panel members who restricted it said. ``restricted_at``, ``lifted_at``: the effect.
    """

    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="hearings")
    ground = columns.word(Ground)
    opened_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    reason = columns.text(null=True)
    restricted_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "ground"], name="summaries_hearing_once"),
            models.CheckConstraint(
                condition=Q(restricted_at=None) | Q(reason__isnull=False),
                name="summaries_hearing_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="summaries_hearing_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground} of {self.comment_id}"


class CommentReport(models.Model):
    """A member says that a comment breaks a ground. Who it was is public nowhere."""

    hearing = models.ForeignKey(CommentHearing, on_delete=models.PROTECT, related_name="reports")
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "by"],
                condition=Q(closed_at=None),
                name="summaries_report_one_open",
            )
        ]
        indexes = [models.Index(fields=["by", "-at"], name="summaries_report_recent")]

    def __str__(self) -> str:
        return f"report in {self.hearing_id}"
