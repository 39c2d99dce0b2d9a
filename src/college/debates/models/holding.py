"""Who holds, speaks for and moderates: each with a beginning and, some day, an end."""

from django.db import models
from django.db.models import Q

from college.people import columns


class Holding(models.Model):
    """A public declaration of one viewpoint in a debate, or of none (``viewpoint`` NULL: undecided)."""

    public_id = columns.public_id()
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="holdings")
    member = columns.member(name="holdings")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="holdings"
    )
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["debate", "member"], condition=Q(ended_at=None), name="debates_holding_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} holds {self.viewpoint_id or 'none'}"


class Delegate(models.Model):
    """A member who speaks for a viewpoint: offered, standing once ``stood_at`` is set, until ``ended_at``."""

    public_id = columns.public_id()
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", on_delete=models.PROTECT, related_name="delegates"
    )
    member = columns.member(name="delegacies")
    offered_at = models.DateTimeField()
    stands_at = models.DateTimeField()
    stood_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["viewpoint", "member"],
                condition=Q(ended_at=None),
                name="debates_delegate_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} for {self.viewpoint_id}"


class Moderator(models.Model):
    """One of a pair. ``viewpoint`` is the one held when taking the seat; the pair's two differ."""

    public_id = columns.public_id()
    debate = models.ForeignKey(
        "debates.Debate", on_delete=models.PROTECT, related_name="moderators"
    )
    member = columns.member(name="moderations")
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["debate", "viewpoint"],
                condition=Q(ended_at=None),
                name="debates_moderator_per_viewpoint",
            ),
            models.UniqueConstraint(
                fields=["debate", "member"],
                condition=Q(ended_at=None),
                name="debates_moderator_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} moderates {self.debate_id}"
