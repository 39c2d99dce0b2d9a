"""A proposed charter, and the members who stand behind it."""

from django.db import models
from django.db.models import Q

from college.administration.models.columns import case
from college.administration.rules.grounds import Ending
from college.people import columns


class Proposal(models.Model):
    """A whole charter to come; ``changes`` are the lines in which it differs, as the panels read them.

    ``case`` is empty until enough members stand behind it. ``in_force_at`` is when a granted one comes
    into force; ``version`` the charter that it then became. ``ended`` says how it came to its end.
    """

    public_id = columns.public_id()
    member = columns.member()
    document = columns.text()
    changes = columns.text()
    reason = columns.text()
    at = models.DateTimeField()
    case = case(null=True)
    in_force_at = models.DateTimeField(null=True)
    version = models.OneToOneField(
        "record.CharterVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended = columns.word(Ending, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(ended=""), name="administration_proposal_one_each"
            ),
            models.CheckConstraint(
                condition=Q(version=None) | Q(in_force_at__isnull=False),
                name="administration_proposal_noticed",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Support(models.Model):
    """A member stands behind a proposal: it is worth asking people, nothing more."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="supports")
    member = columns.member()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "member"], name="administration_support_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id} behind {self.proposal_id}"
