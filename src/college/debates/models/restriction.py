"""What a verdict did to a text. No restriction without a rule, a reason and a case (law 4)."""

from django.db import models
from django.db.models import Q

from college.debates.rules.grounds import Ground, SecondLook
from college.people import columns


class Restriction(models.Model):
    """In force until ``lifted_at``. It holds for the wording that was heard, and for no other.

    ``reason`` is what the panel members who restricted it said, in their words.
    """

    public_id = columns.public_id()
    hearing = models.ForeignKey(
        "debates.Hearing", on_delete=models.PROTECT, related_name="restrictions"
    )
    case = models.ForeignKey("committees.Case", on_delete=models.PROTECT, related_name="+")
    rule = columns.word(Ground)
    reason = columns.text()
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = columns.word(SecondLook, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"],
                condition=Q(lifted_at=None),
                name="debates_restriction_once",
            ),
            models.CheckConstraint(
                condition=Q(rule__in=[ground.value for ground in Ground]),
                name="debates_restriction_has_a_rule",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by="")
                | (Q(lifted_at__isnull=False) & ~Q(lifted_by="")),
                name="debates_restriction_lifted",
            ),
        ]

    def __str__(self) -> str:
        return f"restriction {self.public_id}"
