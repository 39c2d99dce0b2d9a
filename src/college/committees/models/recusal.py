"""A tie that somebody declares, before any draw, so as not to sit on what it touches."""

from django.db import models

from college.committees.rules.recusals import TieKind
from college.people import columns


class Recusal(models.Model):
    """``on`` is the public id of the debate or person. Never public: a draw tells of a party, not why."""

    public_id = columns.public_id()
    member = columns.member(name="recusals")
    kind = columns.word(TieKind)
    on = models.CharField(max_length=13)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "on"],
                condition=models.Q(ended_at=None),
                name="committees_recusal_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["on"], condition=models.Q(ended_at=None), name="committees_recusal_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id} from {self.on}"
