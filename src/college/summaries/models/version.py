"""A version of a summary: immutable statements, each with the wordings it rests on; its certificates."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.summaries.models.summary import Summary
from college.summaries.rules.life import CertificateState, VersionState
from college.summaries.rules.sections import SectionKind


class Version(models.Model):
    """``document`` and ``coverage`` are committed when it is made (spec/summaries.md)."""

    public_id = columns.public_id()
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    round = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    state = columns.word(VersionState)
    certified_at = models.DateTimeField(null=True)
    document = columns.text()
    coverage = columns.text()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["summary", "number"], name="summaries_version_once"),
            models.CheckConstraint(
                condition=~Q(state=VersionState.CERTIFIED) | Q(certified_at__isnull=False),
                name="summaries_version_certified_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.summary_id}"


class Statement(models.Model):
    """One sentence of a version. ``statement`` lives on from version to version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="statements")
    statement = models.CharField(max_length=13, db_index=True)
    section = columns.word(SectionKind)
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    order = models.PositiveIntegerField()
    text = columns.text()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "statement"], name="summaries_statement_once"
            ),
            models.UniqueConstraint(fields=["version", "order"], name="summaries_statement_order"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} in {self.version_id}"


class StatementLink(models.Model):
    """A pinned wording that a statement rests on; stale once its contribution has a newer one."""

    row = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="links")
    contribution = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="summarised_in"
    )
    pinned = models.ForeignKey("debates.Revision", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["row", "contribution"], name="summaries_statement_link_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.row_id} rests on {self.contribution_id}"


class Certificate(models.Model):
    """What a panel says of one section (``section`` HOLDS), or of the form of the whole (``section`` empty).

    ``carried_from`` is the certificate of an earlier version whose section had the very same statements.
    ``reserved``: panels refused it twice, or nobody gave a reason why not (law 4: that is no refusal); it
    stands uncertified, and the page says so.
    """

    public_id = columns.public_id()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="certificates")
    section = columns.word(SectionKind, blank=True)
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = columns.word(CertificateState)
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    carried_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    reason = columns.text(null=True)
    reserved = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "section", "viewpoint"],
                name="summaries_certificate_once",
            ),
            models.UniqueConstraint(
                fields=["version", "section"],
                condition=Q(viewpoint=None),
                name="summaries_certificate_once_of_all",
            ),
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(carried_from__isnull=False),
                name="summaries_certificate_by_a_case",
            ),
            models.CheckConstraint(
                condition=~Q(state=CertificateState.REFUSED)
                | Q(reason__isnull=False)
                | Q(reserved=True),
                name="summaries_certificate_refused_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section or 'form'} of {self.version_id}: {self.state}"
