"""How a steward voted on a case that no lawful panel could be seated for."""

from django.db import models
from django.db.models import Q

from college.committees.rules.tally import Choice
from college.people import columns


class StewardVote(models.Model):
    """Open, named by public id, with a reason; two that grant on one ground decide, provisionally."""

    case = models.ForeignKey(
        "committees.Case", on_delete=models.PROTECT, related_name="steward_votes"
    )
    member = columns.member()
    choice = columns.word(Choice)
    ground = models.CharField(max_length=40, blank=True)
    reason = columns.text()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "member"], name="committees_steward_vote_once"),
            models.CheckConstraint(
                condition=Q(choice=Choice.KEEP, ground="")
                | (Q(choice=Choice.GRANT) & ~Q(ground="")),
                name="committees_steward_vote_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.choice} by {self.member_id} on {self.case_id}"
