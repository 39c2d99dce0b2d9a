"""What the committees found of a piece of evidence: a word beside it, never its removal."""

from django.db import models
from django.db.models import Q

from college.debates.models.asked import Asked, ends_with_reason
from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.grounds import Settled
from college.people import columns


class EvidenceLabel(Asked):
    """Asked for by a member; stands beside the evidence once ``settled`` is granted."""

    evidence = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="evidence_labels"
    )
    word = columns.word(EvidenceLabelWord)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "word"],
                condition=~Q(settled=Settled.WITHDRAWN),
                name="debates_evidence_label_once",
            ),
            *ends_with_reason("debates_evidence_label"),
        ]

    def __str__(self) -> str:
        return f"{self.word} of {self.evidence_id}"
