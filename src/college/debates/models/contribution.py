"""What a member adds to a debate, and every wording it has had."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.kinds import FORMS, Kind, State
from college.debates.rules.stages import Stage
from college.people import columns


def _form_fits_kind() -> Q:
    fits = Q()
    for kind, forms in FORMS.items():
        fits |= Q(kind=kind, form__in=sorted(forms))
    return fits


class Contribution(models.Model):
    """``viewpoint`` is the one its author held when it was made; NULL for the undecided.

    ``head`` is the number of its newest revision. ``due_at`` is set for challenges only: unanswered
    later than that, they are overdue. ``answered_at`` is when a holder's answer came. ``merged_into`` is
    the equal challenge this one was merged with. ``term`` is what rival definitions are grouped by; its
    words are ``headword``'s, and it is emptied with them. ``condition`` belongs to a concession.
    ``words`` are those of the newest revision, charged to the viewpoint's budget at ``stage``; 0 once
    withdrawn in grace. ``token`` is the form's own, so that a form sent twice adds one contribution.
    """

    public_id = columns.public_id()
    debate = models.ForeignKey(
        "debates.Debate", on_delete=models.PROTECT, related_name="contributions"
    )
    kind = columns.word(Kind)
    form = models.CharField(max_length=20, blank=True)
    author = columns.member(name="contributions")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="contributions"
    )
    at = models.DateTimeField()
    stage = columns.word(Stage)
    words = models.PositiveIntegerField(default=0)
    as_delegate = models.BooleanField(default=False)
    state = columns.word(State)
    state_at = models.DateTimeField(null=True)
    state_reason = columns.text(null=True)
    head = models.PositiveIntegerField(default=1)
    term = models.CharField(max_length=80, blank=True)
    headword = columns.text(null=True)
    condition = columns.text(null=True)
    due_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )
    token = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_form_fits_kind(), name="debates_contribution_form"),
            models.CheckConstraint(
                condition=Q(due_at=None) | Q(kind=Kind.CHALLENGE), name="debates_contribution_due"
            ),
            models.CheckConstraint(
                condition=~Q(term="") | ~Q(kind=Kind.DEFINITION) | ~Q(state=State.STANDING),
                name="debates_contribution_term",
            ),
            models.UniqueConstraint(
                fields=["author", "token"],
                condition=~Q(token=""),
                name="debates_contribution_token_once",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | (Q(kind=Kind.CHALLENGE) & ~Q(merged_into=F("id"))),
                name="debates_contribution_merge",
            ),
        ]
        indexes = [
            models.Index(fields=["debate", "id"], name="debates_contribution_time"),
            models.Index(fields=["debate", "kind", "id"], name="debates_contribution_kind"),
            models.Index(fields=["author", "-id"], name="debates_contribution_author"),
            models.Index(
                fields=["debate", "viewpoint", "stage"], name="debates_contribution_budget"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class Revision(models.Model):
    """An immutable wording. Number 1 is the first; a change of meaning is a successor, not a revision."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    text = columns.text()
    words = models.PositiveIntegerField()
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="debates_revision_once")
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id}/{self.number}"


class Source(models.Model):
    """Where a piece of evidence comes from: what the source says, apart from what it is said to show.

    ``line`` is a committed document with the fields of ``rules.posting.SourceLine``.
    """

    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="source"
    )
    line = columns.text()
    quotation = columns.text()

    def __str__(self) -> str:
        return f"source of {self.contribution_id}"
