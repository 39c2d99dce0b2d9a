"""What every question has in common that a member puts to the committees."""

from django.db import models
from django.db.models import Q

from college.debates.rules import addresses
from college.debates.rules.grounds import Settled
from college.people import columns


class Asked(models.Model):
    """``case`` hears it; ``settled`` is how it ended, ``answer`` what those said who granted it."""

    public_id = columns.public_id()
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    answer = columns.text(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.public_id

    @property
    def case_url(self) -> str:
        return addresses.case(self.case.public_id)


def ends_with_reason(table: str) -> list[models.CheckConstraint]:
    """Settled means at a moment, and granted with an answer: the two constraints of a table."""
    ended = Q(settled_at=None, settled="") | (Q(settled_at__isnull=False) & ~Q(settled=""))
    reasoned = ~Q(settled=Settled.GRANTED) | Q(answer__isnull=False)
    return [
        models.CheckConstraint(condition=ended, name=f"{table}_settled"),
        models.CheckConstraint(condition=reasoned, name=f"{table}_reasoned"),
    ]
