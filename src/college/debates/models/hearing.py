"""What a case of the committees is about, as this room keeps it: one wording or one comment, and a ground."""

from django.db import models
from django.db.models import Q

from college.debates.rules.grounds import Ground, Origin, Settled
from college.people import columns


class Hearing(models.Model):
    """Opened by a report, an outsider's notice or a hold; look-alikes join it. Its panels know none of this.

    ``author`` is who wrote the text, where it is a member; ``onto`` what a duplicate repeats; ``law`` names
    what an unlawful text breaks. ``settled_at`` is when the verdict was enacted, or nobody asked any more;
    a second look at a granted one moves it. ``appealed_at`` is when its author asked for that look.
    """

    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="hearings")
    ground = columns.word(Ground)
    origin = columns.word(Origin)
    revision = models.ForeignKey(
        "debates.Revision", null=True, on_delete=models.PROTECT, related_name="hearings"
    )
    remark = models.ForeignKey(
        "debates.Remark", null=True, on_delete=models.PROTECT, related_name="hearings"
    )
    author = columns.member(null=True)
    onto = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="+"
    )
    law = columns.text(null=True)
    opened_at = models.DateTimeField()
    appealed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revision=None, remark__isnull=False)
                | Q(revision__isnull=False, remark=None),
                name="debates_hearing_one_text",
            ),
            models.UniqueConstraint(
                fields=["revision", "ground"],
                condition=~Q(settled=Settled.WITHDRAWN),
                name="debates_hearing_once_per_wording",
            ),
            models.UniqueConstraint(
                fields=["remark", "ground"],
                condition=~Q(settled=Settled.WITHDRAWN),
                name="debates_hearing_once_per_remark",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="debates_hearing_settled",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.UNLAWFUL) | Q(law__isnull=False),
                name="debates_hearing_names_the_law",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.DUPLICATE) | Q(onto__isnull=False),
                name="debates_hearing_names_the_kept",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground} of {self.revision_id or self.remark_id}"
