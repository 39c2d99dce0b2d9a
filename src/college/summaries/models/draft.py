"""Drafts while they are written: kept here, word for word, and committed to the record when opened.

What a team writes is no public act before its draft is opened, so these words are in no entry yet.
"""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.summaries.models.summary import Summary
from college.summaries.rules.life import Side
from college.summaries.rules.sections import SectionKind


class Draft(models.Model):
    """One side's draft of one round; the joint one holds the third texts.

    ``document`` is what was committed when the draft was opened: statements, words and links.
    """

    public_id = columns.public_id()
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="drafts")
    round = models.PositiveIntegerField()
    side = models.PositiveSmallIntegerField(choices=[(s.value, s.name) for s in Side])
    begun_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    document = columns.text(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "round", "side"], name="summaries_draft_once"
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(document__isnull=False),
                name="summaries_draft_opened_committed",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.side} of {self.summary_id}"


class DraftStatement(models.Model):
    """One sentence in a draft. ``statement`` is the id it keeps in every version it comes to stand in.

    ``head`` is the number of its newest wording; ``order`` its place in its section (ties: the older
    first). A removed one stays, with its wordings.
    """

    statement = models.CharField(max_length=13)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="statements")
    section = columns.word(SectionKind)
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    order = models.PositiveIntegerField()
    head = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)
    token = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "statement"], name="summaries_draft_statement_once"
            ),
            models.UniqueConstraint(
                fields=["draft", "token"],
                condition=~Q(token=""),
                name="summaries_draft_statement_token",
            ),
            models.CheckConstraint(
                condition=(Q(section=SectionKind.HOLDS) & Q(viewpoint__isnull=False))
                | (~Q(section=SectionKind.HOLDS) & Q(viewpoint=None)),
                name="summaries_draft_statement_section",
            ),
        ]
        indexes = [models.Index(fields=["draft", "section", "order"], name="summaries_draft_order")]

    def __str__(self) -> str:
        return f"{self.statement} in {self.draft_id}"


class DraftWording(models.Model):
    """Every wording that was ever saved. ``base`` is the number it was written from (0: none).

    ``beside``: somebody else had saved meanwhile, so that this one did not become the head; it stands
    beside the head until an editor takes it, or dismisses it (``dismissed_at``). ``by`` is NULL where the
    words were carried over from a version.
    """

    row = models.ForeignKey(DraftStatement, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveIntegerField()
    base = models.PositiveIntegerField()
    words = models.TextField()
    by = columns.member(null=True)
    at = models.DateTimeField()
    beside = models.BooleanField(default=False)
    dismissed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row", "number"], name="summaries_draft_wording_once")
        ]

    def __str__(self) -> str:
        return f"{self.row_id}/{self.number}"


class DraftLink(models.Model):
    """What a sentence of a draft rests on: one wording of a contribution. ``by``: as of its words."""

    row = models.ForeignKey(DraftStatement, on_delete=models.CASCADE, related_name="links")
    contribution = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="+"
    )
    pinned = models.ForeignKey("debates.Revision", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    by = columns.member(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["row", "contribution"], name="summaries_draft_link_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.row_id} rests on {self.contribution_id}"
