"""A case: a question put to panels, with its parties; and the draws it has had."""

from django.db import models
from django.db.models import F, Q

from college.committees.rules.areas import Procedure, SizeName
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.people import columns


class Case(models.Model):
    """What is asked, of whom, and what came of it. The asking room keeps the key and knows what it is about.

    ``labels``: member's public id → viewpoint held when the epoch opened; whoever is missing holds none.
    ``rule`` is the rule to apply, ``grounds`` those that a ballot may tick. ``effect_due_at`` is when the
    verdict takes effect; ``enacted_at`` when the asking room has done so, emptied by a verdict that turns.
    ``unmet`` says why no lawful panels could be seated. ``provisional``: two stewards decided.
    """

    public_id = columns.public_id()
    procedure = columns.word(Procedure)
    rule = models.CharField(max_length=40)
    grounds = models.JSONField(default=list)
    scope = models.CharField(max_length=13, blank=True)
    own_side = models.CharField(max_length=13, blank=True)
    viewpoints = models.JSONField(default=list)
    labels = models.JSONField(default=dict)
    asked = columns.text(null=True)
    opened_at = models.DateTimeField()
    state = columns.word(CaseState)
    step = columns.word(Step)
    verdict = columns.word(Choice, blank=True)
    verdict_ground = models.CharField(max_length=40, blank=True)
    verdict_at = models.DateTimeField(null=True)
    effect_due_at = models.DateTimeField(null=True)
    enacted_at = models.DateTimeField(null=True)
    provisional = models.BooleanField(default=False)
    unmet = models.CharField(max_length=20, blank=True)
    stewards_until = models.DateTimeField(null=True)
    #: The verdict that a provisional or appealed case had before, to see what was overturned.
    appealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="", verdict_at=None)
                | (~Q(verdict="") & Q(verdict_at__isnull=False)),
                name="committees_case_verdict_dated",
            ),
            models.CheckConstraint(
                condition=~Q(verdict=Choice.GRANT) | ~Q(verdict_ground=""),
                name="committees_case_grant_grounded",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "id"], name="committees_case_state"),
            models.Index(fields=["procedure", "-id"], name="committees_case_procedure"),
        ]

    def __str__(self) -> str:
        return self.public_id


class Shown(models.Model):
    """A committed text that the panels read, in order."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shown")
    order = models.PositiveIntegerField()
    text = columns.text()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "order"], name="committees_shown_once")
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.order}"


class CaseParty(models.Model):
    """Somebody who may not sit on a case; the public learns only that, never why."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    member = columns.member()
    ground = columns.word(Party)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "member"], name="committees_party_once")
        ]

    def __str__(self) -> str:
        return f"{self.ground} of {self.case_id}"


class Draw(models.Model):
    """One draw of a case: announced before the epoch's seed is known, made with it, closed when all is in.

    ``salt`` and ``body`` are the sealed announcement. ``size`` is the one that could be seated; empty: none.
    ``seating`` (with its salt) lists the seats as drawn. ``unmet`` says why nobody could be seated.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="draws")
    step = columns.word(Step)
    epoch = models.ForeignKey("committees.Epoch", on_delete=models.PROTECT, related_name="draws")
    filed_at = models.DateTimeField()
    salt = models.BinaryField(null=True)
    body = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True)
    size = columns.word(SizeName, blank=True)
    panels = models.PositiveIntegerField(default=0)
    threshold = models.PositiveIntegerField(default=0)
    seating_salt = models.BinaryField(null=True)
    seating = models.BinaryField(null=True)
    unmet = models.CharField(max_length=20, blank=True)
    decided_at = models.DateTimeField(null=True)
    story = columns.text(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(decided_at=None),
                name="committees_draw_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(drawn_at=None) | ~Q(digest=""), name="committees_draw_announced_first"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(decided_at__gte=F("filed_at")),
                name="committees_draw_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.case_id}"
