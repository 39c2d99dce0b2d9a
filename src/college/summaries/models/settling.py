"""How two drafts become one text: each side signs a section, or a panel decides."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.summaries.models.summary import Summary
from college.summaries.rules.life import Side, Take
from college.summaries.rules.sections import SectionKind

_TEAMS = (Side.FIRST, Side.SECOND)


class SectionSignature(models.Model):
    """What a side takes of a section; the newest of a side stands (``replaced_at`` NULL).

    ``digest`` is the hash of the joint draft's section that was signed; other words need a new signature.
    """

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="signatures")
    round = models.PositiveIntegerField()
    section = columns.word(SectionKind)
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    side = models.PositiveSmallIntegerField(choices=[(s.value, s.name) for s in _TEAMS])
    take = columns.word(Take)
    digest = models.CharField(max_length=64, blank=True)
    by = columns.member()
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "round", "section", "viewpoint", "side"],
                condition=Q(replaced_at=None),
                name="summaries_signature_one_stands",
            ),
            models.UniqueConstraint(
                fields=["summary", "round", "section", "side"],
                condition=Q(replaced_at=None, viewpoint=None),
                name="summaries_signature_one_stands_of_all",
            ),
            models.CheckConstraint(
                condition=~Q(take=Take.THIRD) | ~Q(digest=""),
                name="summaries_signature_of_words",
            ),
        ]

    def __str__(self) -> str:
        return f"side {self.side} takes {self.take} of {self.section}"


class SettledSection(models.Model):
    """A section that is settled in a round, or waits for the panels that were asked.

    ``take`` is empty while they sit. ``case`` is NULL where both sides signed the same. ``reopened_at``:
    a panel sent the version back, and the section is settled anew by another row.
    """

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="settled")
    round = models.PositiveIntegerField()
    section = columns.word(SectionKind)
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    take = columns.word(Take, blank=True)
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "round", "section", "viewpoint"],
                condition=Q(reopened_at=None),
                name="summaries_settled_once",
            ),
            models.UniqueConstraint(
                fields=["summary", "round", "section"],
                condition=Q(viewpoint=None, reopened_at=None),
                name="summaries_settled_once_of_all",
            ),
            models.CheckConstraint(
                condition=~Q(take="") | Q(case__isnull=False),
                name="summaries_settled_or_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} of {self.summary_id}: {self.take or 'asked'}"
