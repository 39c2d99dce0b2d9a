"""An objection, kept as such: the committees hear it."""

from django.db import models
from django.db.models import Q

from college.people import columns

_TARGETS = ("debate", "viewpoint", "delegate", "move", "remark_claim")


def _exactly_one() -> Q:
    one = Q()
    for name in _TARGETS:
        one |= Q(**{f"{name}__isnull": False}) & Q(**{f"{n}": None for n in _TARGETS if n != name})
    return one


class Objection(models.Model):
    """Against exactly one thing that would otherwise take effect by itself. ``settled_at`` ends it."""

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
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_exactly_one(), name="debates_objection_one_target"),
        ]

    def __str__(self) -> str:
        return f"objection {self.public_id}"
