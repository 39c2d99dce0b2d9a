"""A procedural move of the moderator pair: proposed by one, in force when the other seconds it."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.kinds import MoveKind
from college.people import columns


class Move(models.Model):
    """Undone by one objection from a party until both sides' delegates agree or a case decides.

    ``viewpoint`` is the side called on; ``contribution`` what was moved; ``onto`` what it repeats;
    ``question`` the sub-question set. ``agreed_at`` is when the delegates agreed after an objection;
    ``refused_at`` when a case decided that it stays undone.
    """

    public_id = columns.public_id()
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="moves")
    kind = columns.word(MoveKind)
    proposed_by = models.ForeignKey(
        "debates.Moderator", on_delete=models.PROTECT, related_name="moves_proposed"
    )
    seconded_by = models.ForeignKey(
        "debates.Moderator", null=True, on_delete=models.PROTECT, related_name="moves_seconded"
    )
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    contribution = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="moves"
    )
    onto = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="+"
    )
    question = columns.text(null=True)
    reason = columns.text()
    at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seconded_by=None) | ~Q(seconded_by=F("proposed_by")),
                name="debates_move_never_alone",
            ),
            models.CheckConstraint(
                condition=Q(in_force_at=None) | Q(seconded_by__isnull=False),
                name="debates_move_in_force_seconded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class MoveAgreement(models.Model):
    """A delegate agreed to a move that somebody objected to. It is in force again once both sides' did."""

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="agreements")
    delegate = models.ForeignKey("debates.Delegate", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["move", "delegate"], name="debates_agreement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.delegate_id} agrees to {self.move_id}"
