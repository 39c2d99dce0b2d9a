"""A seat on a panel, the ballot cast from it, and what the panel came to."""

from django.db import models
from django.db.models import F, Q

from college.committees.rules.seats import OutGround
from college.committees.rules.tally import Choice
from college.people import columns


class Seat(models.Model):
    """Somebody's seat on one panel of a draw. A refilled seat is a new row with the same panel and number.

    ``panel`` counts from 0, ``number`` from 1, own-side seats first. Called at ``called_at``; ``due_at`` is
    when the answer, and after ``accepted_at`` the ballot, is due. ``out_at`` ends it, on a ground.
    ``change_salt`` seals the entry that told the change, until the case closes.
    """

    public_id = columns.public_id()
    draw = models.ForeignKey("committees.Draw", on_delete=models.PROTECT, related_name="seats")
    panel = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    place = models.ForeignKey("committees.Place", on_delete=models.PROTECT, related_name="seats")
    own_seat = models.BooleanField(default=False)
    fallback = models.BooleanField(default=False)
    called_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)
    out_ground = columns.word(OutGround, blank=True)
    #: What a ballot from this seat must repeat, once: 32 random bytes in hex.
    nonce = models.CharField(max_length=64)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    change_salt = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draw", "panel", "number"],
                condition=Q(out_at=None),
                name="committees_seat_one_holder",
            ),
            models.UniqueConstraint(fields=["draw", "place"], name="committees_seat_place_once"),
            models.CheckConstraint(
                condition=Q(out_at=None, out_ground="")
                | (Q(out_at__isnull=False) & ~Q(out_ground="")),
                name="committees_seat_out_with_ground",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None)
                | Q(called_at__isnull=False, accepted_at__gte=F("called_at")),
                name="committees_seat_called_first",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(out_at=None, called_at__isnull=False),
                name="committees_seat_due",
            ),
            models.Index(fields=["place", "-id"], name="committees_seat_place"),
        ]

    def __str__(self) -> str:
        return self.public_id


class Ballot(models.Model):
    """A sealed vote: ``body`` is the canonical document of ballot and signature, opened when the case closes.

    ``reason`` is the sentence, committed apart; ``digest``, sha256(salt ‖ body), is in the record at once.
    """

    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="ballot")
    choice = columns.word(Choice)
    ground = models.CharField(max_length=40, blank=True)
    reason = columns.text()
    salt = models.BinaryField()
    body = models.BinaryField()
    digest = models.CharField(max_length=64, unique=True)
    cast_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(choice=Choice.KEEP, ground="")
                | (Q(choice=Choice.GRANT) & ~Q(ground="")),
                name="committees_ballot_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"ballot of {self.seat_id}"


class PanelRuling(models.Model):
    """What one panel of a draw came to."""

    draw = models.ForeignKey("committees.Draw", on_delete=models.PROTECT, related_name="rulings")
    panel = models.PositiveIntegerField()
    choice = columns.word(Choice)
    ground = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draw", "panel"], name="committees_ruling_once")
        ]

    def __str__(self) -> str:
        return f"{self.choice} by panel {self.panel} of {self.draw_id}"
