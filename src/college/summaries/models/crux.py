"""On what a debate turns: claims on which two viewpoints part, and what would change a mind."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.kinds import EvidenceForm
from college.people import columns
from college.summaries.models.summary import Summary
from college.summaries.rules.life import ReopeningState


class Crux(models.Model):
    """A claim, in one wording, between two viewpoints (``first`` has the earlier letter)."""

    public_id = columns.public_id()
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="cruxes")
    claim = models.ForeignKey("debates.Contribution", on_delete=models.PROTECT, related_name="+")
    pinned = models.ForeignKey("debates.Revision", on_delete=models.PROTECT, related_name="+")
    first = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    by = columns.member()
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "claim", "first", "second"],
                condition=Q(dropped_at=None),
                name="summaries_crux_once",
            ),
            models.CheckConstraint(condition=~Q(first=F("second")), name="summaries_crux_of_two"),
        ]

    def __str__(self) -> str:
        return f"crux {self.public_id}"


class MindChange(models.Model):
    """What a viewpoint says would change its mind on a crux. The newest stands."""

    crux = models.ForeignKey(Crux, on_delete=models.PROTECT, related_name="minds")
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    text = columns.text()
    by = columns.member()
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["crux", "viewpoint"],
                condition=Q(replaced_at=None),
                name="summaries_mind_one_stands",
            )
        ]

    def __str__(self) -> str:
        return f"{self.viewpoint_id} on {self.crux_id}"


class Reopening(models.Model):
    """New evidence on a crux, brought after the debate: unless somebody objects, the debate opens again.

    ``source`` is a committed document with the fields of ``debates.rules.posting.SourceLine``; ``answer`` is
    what the panel members who stopped it said.
    """

    public_id = columns.public_id()
    crux = models.ForeignKey(Crux, on_delete=models.PROTECT, related_name="reopenings")
    form = columns.word(EvidenceForm)
    source = columns.text()
    quotation = columns.text()
    reason = columns.text()
    by = columns.member()
    at = models.DateTimeField()
    reopens_at = models.DateTimeField()
    state = columns.word(ReopeningState)
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    objection = columns.text(null=True)
    objected_by = columns.member(null=True)
    settled_at = models.DateTimeField(null=True)
    answer = columns.text(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["crux"],
                condition=Q(state__in=[ReopeningState.NOTICED, ReopeningState.OBJECTED]),
                name="summaries_reopening_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReopeningState.OBJECTED)
                | (Q(case__isnull=False) & Q(objection__isnull=False)),
                name="summaries_reopening_objection_heard",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReopeningState.STOPPED) | Q(answer__isnull=False),
                name="summaries_reopening_stopped_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"reopening {self.public_id}"
