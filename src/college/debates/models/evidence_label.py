"""What the committees found of a piece of evidence: a word beside it, never its removal."""

from django.db import models
from django.db.models import Q

from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.grounds import Settled
from college.people import columns


class EvidenceLabel(models.Model):
    """Asked for by a member; stands beside the evidence once ``settled`` is granted."""

    public_id = columns.public_id()
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    evidence = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="evidence_labels"
    )
    word = columns.word(EvidenceLabelWord)
    by = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled = columns.word(Settled, blank=True)
    answer = columns.text(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "word"],
                condition=~Q(settled=Settled.WITHDRAWN),
                name="debates_evidence_label_once",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled="")
                | (Q(settled_at__isnull=False) & ~Q(settled="")),
                name="debates_evidence_label_settled",
            ),
            models.CheckConstraint(
                condition=~Q(settled=Settled.GRANTED) | Q(answer__isnull=False),
                name="debates_evidence_label_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.word} of {self.evidence_id}"
