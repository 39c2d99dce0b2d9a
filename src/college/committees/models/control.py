"""Control cases: texts that nobody published, whose answer a panel has certified beforehand."""

from django.db import models
from django.db.models import Q

from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice
from college.people import columns


class Control(models.Model):
    """One text and its answer. ``own_side``: the viewpoint it is given as if its author held it.

    ``certificate`` asks panels whether the answer is right; once ``certified_at``, it waits to be mixed in
    among real cases, as ``case``. Two controls with the same ``pair`` show the same words with another
    side. ``text`` is read by those who certify; ``case`` shows the words under a commitment of their own,
    so that nobody sees from the record which case is a control before ``opened_at``.
    """

    public_id = columns.public_id()
    procedure = columns.word(Procedure)
    rule = models.CharField(max_length=40)
    grounds = models.JSONField(default=list)
    scope = models.CharField(max_length=13)
    own_side = models.CharField(max_length=13, blank=True)
    pair = models.CharField(max_length=13)
    text = columns.text()
    answer = columns.word(Choice)
    proposer = columns.member()
    proposed_at = models.DateTimeField()
    certificate = models.ForeignKey(
        "committees.Case", on_delete=models.PROTECT, related_name="certifies"
    )
    certified_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="control"
    )
    used_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None) | Q(certified_at__isnull=False),
                name="committees_control_certified_first",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(case__isnull=False),
                name="committees_control_used_first",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class ControlDue(models.Model):
    """A real case's first panels bring a control along: so chose the seed of the epoch that seated it.

    ``control`` is the one that was mixed in for it; empty while none is certified or it is not yet used.
    ``not_before`` is a moment of chance, told nowhere: reports come at any time, and so do controls.
    """

    case = models.OneToOneField(
        "committees.Case", on_delete=models.PROTECT, related_name="brings_control"
    )
    epoch = models.ForeignKey(
        "committees.Epoch", on_delete=models.PROTECT, related_name="controls_due"
    )
    not_before = models.DateTimeField()
    control = models.OneToOneField(
        Control, null=True, on_delete=models.PROTECT, related_name="brought_by"
    )

    def __str__(self) -> str:
        return f"control due with {self.case_id}"
