"""An objection, kept as such: the committees hear it."""

from django.db import models
from django.db.models import Q

from college.debates.rules import addresses
from college.debates.rules.grounds import Settled
from college.people import columns

_TARGETS = ("debate", "viewpoint", "delegate", "move", "remark_claim")


def _exactly_one() -> Q:
    one = Q()
    for name in _TARGETS:
        one |= Q(**{f"{name}__isnull": False}) & Q(**{f"{n}": None for n in _TARGETS if n != name})
    return one


class Objection(models.Model):
    """Against exactly one thing that would otherwise take effect by itself. ``settled_at`` ends it.

    ``case`` hears it, together with every other objection to the same thing; ``settled`` is how it ended,
    ``answer`` what those who upheld it said.
    """

    public_id = columns.public_id()
    debate = models.ForeignKey(
        "debates.Debate", null=True, on_delete=models.PROTECT, related_name="objections"
    )
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="objections"
    )
    delegate = models.ForeignKey(
        "debates.Delegate", null=True, on_delete=models.PROTECT, related_name="objections"
    )
    move = models.ForeignKey(
        "debates.Move", null=True, on_delete=models.PROTECT, related_name="objections"
    )
    remark_claim = models.ForeignKey(
        "debates.RemarkClaim", null=True, on_delete=models.PROTECT, related_name="objections"
    )
    case = models.ForeignKey(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    answer = columns.text(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_exactly_one(), name="debates_objection_one_target"),
            models.CheckConstraint(
                condition=~Q(settled=Settled.GRANTED)
                | Q(case__isnull=False, answer__isnull=False, settled_at__isnull=False),
                name="debates_objection_upheld_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"objection {self.public_id}"

    @property
    def case_url(self) -> str:
        """Where it is heard; empty for one that was made before there were committees."""
        return addresses.case(self.case.public_id) if self.case is not None else ""
