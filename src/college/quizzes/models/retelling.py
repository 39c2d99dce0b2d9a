"""“Write the other side”: a viewpoint stated by somebody who does not hold it, read by those who do."""

from django.db import models
from django.db.models import Q

from college.debates.rules.grounds import Ground, Settled
from college.people import columns
from college.quizzes.rules.life import Recognition, RetellingState


class Retelling(models.Model):
    """Seen by its writer and by holders of the viewpoint only; in no record: it is nobody's position."""

    public_id = columns.public_id()
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    member = columns.member(name="retellings")
    words = models.TextField()
    made_at = models.DateTimeField()
    state = columns.word(RetellingState)

    class Meta:
        indexes = [models.Index(fields=["viewpoint", "state"], name="quizzes_retelling_waiting")]

    def __str__(self) -> str:
        return f"retelling {self.public_id}"


class RetellingReading(models.Model):
    """What one holder said of one statement: of a retelling, or of a real one (the side's own)."""

    member = columns.member()
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    retelling = models.ForeignKey(
        Retelling, null=True, on_delete=models.PROTECT, related_name="readings"
    )
    real = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="+"
    )
    said = columns.word(Recognition)
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(retelling__isnull=True) ^ Q(real__isnull=True),
                name="quizzes_reading_of_one",
            ),
            models.UniqueConstraint(fields=["member", "retelling"], name="quizzes_reading_once"),
            models.UniqueConstraint(
                fields=["member", "viewpoint", "real"], name="quizzes_reading_of_real_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said}"


class RetellingHearing(models.Model):
    """A case on whether a retelling breaks a rule of conduct. ``reported_by`` is told to nobody.

    ``retelling`` is NULL once its writer took it back. ``text`` is what the panels read, published to nobody.
    ``reason`` is what the panel members who restricted it said. ``restricted_at``, ``lifted_at``: the effect.
    """

    retelling = models.ForeignKey(
        Retelling, null=True, on_delete=models.SET_NULL, related_name="hearings"
    )
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    ground = columns.word(Ground)
    text = columns.text()
    reported_by = columns.member()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    reason = columns.text(null=True)
    restricted_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["retelling", "ground"], name="quizzes_hearing_once"),
            models.CheckConstraint(
                condition=Q(restricted_at=None) | Q(reason__isnull=False),
                name="quizzes_hearing_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="quizzes_hearing_settled",
            ),
        ]
        indexes = [models.Index(fields=["reported_by", "-at"], name="quizzes_hearing_recent")]

    def __str__(self) -> str:
        return f"{self.ground} of {self.retelling_id}"
