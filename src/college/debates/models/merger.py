"""Two viewpoints that are to be one, or one that is to be two: asked of the committees."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules import addresses
from college.debates.rules.grounds import Settled
from college.people import columns


class Merger(models.Model):
    """``viewpoint`` would become part of ``into``. While it is heard, both share one budget (law 2)."""

    public_id = columns.public_id()
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", on_delete=models.PROTECT, related_name="mergers"
    )
    into = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    answer = columns.text(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(viewpoint=F("into")), name="debates_merger_of_two"),
            models.UniqueConstraint(
                fields=["viewpoint"],
                condition=Q(settled_at=None),
                name="debates_merger_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="debates_merger_settled",
            ),
            models.CheckConstraint(
                condition=~Q(settled=Settled.GRANTED) | Q(answer__isnull=False),
                name="debates_merger_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewpoint_id} into {self.into_id}"

    @property
    def case_url(self) -> str:
        return addresses.case(self.case.public_id)


class Split(models.Model):
    """Part of ``viewpoint`` would stand by itself, under ``name`` and ``statement``. ``made``: what came."""

    public_id = columns.public_id()
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", on_delete=models.PROTECT, related_name="splits"
    )
    name = columns.text()
    statement = columns.text()
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    answer = columns.text(null=True)
    made = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["viewpoint"],
                condition=Q(settled_at=None),
                name="debates_split_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="debates_split_settled",
            ),
            models.CheckConstraint(
                condition=~Q(settled=Settled.GRANTED) | Q(answer__isnull=False),
                name="debates_split_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"split of {self.viewpoint_id}"

    @property
    def case_url(self) -> str:
        return addresses.case(self.case.public_id)
