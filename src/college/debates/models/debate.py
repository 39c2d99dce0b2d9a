"""A debate: one question, its stage, and the dates set ahead for it."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.stages import DateGround, Stage
from college.people import columns


class Subject(models.Model):
    """A field that questions are listed under."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class Debate(models.Model):
    """``public_id`` seeds every shuffle of its viewpoints. The four dates are set ahead and shown.

    ``admit_at`` ends the notice of the proposal, ``open_at`` the framing, ``closing_at`` the
    contributions, ``closed_at`` the answers; each is NULL until it is set. ``reopened_at`` is when new
    evidence opened it again: each side has its whole budget anew from then on.
    """

    public_id = columns.public_id()
    slug = models.SlugField(max_length=80, unique=True)
    subject = models.ForeignKey(
        Subject, null=True, on_delete=models.PROTECT, related_name="debates"
    )
    stage = columns.word(Stage)
    proposed_by = columns.member()
    proposed_at = models.DateTimeField()
    admit_at = models.DateTimeField(null=True)
    open_at = models.DateTimeField(null=True)
    closing_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    #: Moves with every revision and stage, so that a page and a form know whether they are stale.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(open_at=None) | Q(admit_at=None) | Q(open_at__gte=F("admit_at")))
                & (Q(closing_at=None) | Q(open_at=None) | Q(closing_at__gte=F("open_at")))
                & (Q(closed_at=None) | Q(closing_at=None) | Q(closed_at__gte=F("closing_at"))),
                name="debates_debate_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["stage", "-id"], name="debates_debate_stage")]

    def __str__(self) -> str:
        return self.slug


class QuestionWording(models.Model):
    """An immutable wording of the question, with its scope."""

    debate = models.ForeignKey(Debate, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveIntegerField()
    text = columns.text()
    place = models.CharField(max_length=120, blank=True)
    period = models.CharField(max_length=120, blank=True)
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "number"], name="debates_wording_once")
        ]

    def __str__(self) -> str:
        return f"{self.debate_id}/{self.number}"


class FormerSlug(models.Model):
    """An address the debate had: it redirects for ever."""

    slug = models.SlugField(max_length=80, unique=True)
    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug


class Turn(models.Model):
    """This debate turns on that one: how the other comes out matters here, and why."""

    public_id = columns.public_id()
    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="turns_on")
    on = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="turned_on_by")
    reason = columns.text()
    by = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "on"], name="debates_turn_once"),
            models.CheckConstraint(condition=~Q(debate=F("on")), name="debates_turn_other"),
        ]

    def __str__(self) -> str:
        return f"{self.debate_id} turns on {self.on_id}"


class Postponement(models.Model):
    """Dates of a debate moved ahead, and why. ``by`` and ``reason`` are set where a person did it.

    ``date`` names the first date that moved (the later ones follow it), from ``before`` to ``after``.
    """

    debate = models.ForeignKey(Debate, on_delete=models.PROTECT, related_name="postponements")
    ground = columns.word(DateGround)
    date = models.CharField(max_length=12)
    before = models.DateTimeField()
    after = models.DateTimeField()
    reason = columns.text(null=True)
    by = columns.member(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(ground=DateGround.STEWARD) | Q(reason__isnull=False, by__isnull=False),
                name="debates_postponement_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(after__gt=F("before")), name="debates_postponement_ahead"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} of {self.debate_id}"
