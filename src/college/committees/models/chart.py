"""Members' charts, their alarms, and who is away from the lottery. The charts are never published."""

from django.db import models
from django.db.models import Q

from college.committees.rules.breaker import Breaker
from college.committees.rules.charts import Direction, Reference
from college.committees.rules.tally import Choice
from college.people import columns


class Chart(models.Model):
    """How often a member's ballots on texts of one viewpoint deviated, in one direction (rules/charts.py).

    Shown to the member, and to the panel that decides after an alarm; to nobody else (law 1).
    """

    member = columns.member(name="charts")
    viewpoint = models.CharField(max_length=13, blank=True)
    direction = columns.word(Direction)
    height = models.PositiveIntegerField(default=0)
    ballots = models.PositiveIntegerField(default=0)
    deviations = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "viewpoint", "direction"], name="committees_chart_once"
            ),
            models.CheckConstraint(
                condition=Q(deviations__lte=models.F("ballots")), name="committees_chart_counts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.direction} of {self.member_id}"


class Compared(models.Model):
    """A ballot beside what other people found. Each ballot moves a chart once, by the first finding."""

    ballot = models.OneToOneField(
        "committees.Ballot", on_delete=models.PROTECT, related_name="compared"
    )
    chart = models.ForeignKey(Chart, on_delete=models.PROTECT, related_name="compared")
    reference = columns.word(Reference)
    found = columns.word(Choice)
    height = models.PositiveIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.reference} of {self.ballot_id}"


class Alarm(models.Model):
    """A chart reached the charter's height. ``case`` asks panels; ``held``: the breaker keeps it from them.

    It is over at ``closed_at``: after the verdict, or with the term in which the breaker held.
    """

    chart = models.ForeignKey(Chart, on_delete=models.PROTECT, related_name="alarms")
    roster = models.ForeignKey(
        "committees.Roster", null=True, on_delete=models.PROTECT, related_name="alarms"
    )
    raised_at = models.DateTimeField()
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="alarm"
    )
    held = columns.word(Breaker, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["chart"], condition=Q(closed_at=None), name="committees_alarm_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"alarm of {self.chart_id}"


class Absence(models.Model):
    """A member is off the lottery by a verdict, up to and with the term of number ``until``."""

    member = columns.member(name="absences")
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="absence")
    place = models.ForeignKey("committees.Place", on_delete=models.PROTECT, related_name="absences")
    until = models.PositiveIntegerField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"absence of {self.member_id}"


class Halt(models.Model):
    """The circuit breaker: nobody is taken off the lottery for the rest of this term."""

    roster = models.OneToOneField(
        "committees.Roster", on_delete=models.PROTECT, related_name="halt"
    )
    ground = columns.word(Breaker)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.ground} of {self.roster_id}"
