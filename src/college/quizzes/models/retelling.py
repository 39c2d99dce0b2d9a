"""“Write the other side”: a viewpoint stated by somebody who does not hold it, read by those who do."""

from django.db import models
from django.db.models import Q

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
    """A case on whether a retelling breaks a rule of conduct. ``reported_by`` is told to nobody."""

    retelling = models.ForeignKey(Retelling, on_delete=models.PROTECT, related_name="hearings")
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    reported_by = columns.member()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"hearing of {self.retelling_id}"
