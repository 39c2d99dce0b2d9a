"""A notice of somebody without an account: a text harms them. Who they are is known to nobody here."""

from django.db import models
from django.db.models import Q

from college.debates.rules.grounds import Ground
from college.people import columns


class OutsideNotice(models.Model):
    """Nothing comes of it until the code that was mailed comes back (``confirmed_at``); then it is heard.

    ``address`` is personal: it is shown to nobody and emptied when the hearing is over. ``reply`` is what
    they answer in public, at most as long as a contribution, beside the text.
    """

    public_id = columns.public_id()
    contribution = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="outside_notices"
    )
    remark = models.ForeignKey(
        "debates.Remark", null=True, on_delete=models.PROTECT, related_name="outside_notices"
    )
    hearing = models.ForeignKey(
        "debates.Hearing", null=True, on_delete=models.PROTECT, related_name="outside_notices"
    )
    ground = columns.word(Ground)
    reason = columns.text()
    law = columns.text(null=True)
    reply = columns.text(null=True)
    address = models.EmailField(blank=True)
    at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution=None, remark__isnull=False)
                | Q(contribution__isnull=False, remark=None),
                name="debates_outside_notice_one_text",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None)
                | Q(hearing__isnull=False)
                | Q(ended_at__isnull=False),
                name="debates_outside_notice_heard",
            ),
        ]
        indexes = [models.Index(fields=["address", "-at"], name="debates_outside_notice_recent")]

    def __str__(self) -> str:
        return f"notice {self.public_id}"
