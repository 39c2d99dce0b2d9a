"""Who serves in a term, each under a pseudonym."""

from django.db import models

from college.people import columns


class Roster(models.Model):
    """The people drawn for one term: announced first, drawn with the seed of ``epoch``, in force from
    ``began_at`` until ``ended_at``. ``announcement`` is the committed document that names the pool.
    """

    public_id = columns.public_id()
    number = models.PositiveIntegerField(unique=True)
    epoch = models.ForeignKey("committees.Epoch", on_delete=models.PROTECT, related_name="rosters")
    announcement = columns.text()
    size = models.PositiveIntegerField()
    announced_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"roster {self.number}"


class Place(models.Model):
    """One member's service in a term. ``public_id`` is the pseudonym: it is what is drawn and what signs.

    Who stands behind it is sealed: the record has ``digest``, sha256(salt ‖ member's public id).
    ``left_at`` is set when the member leaves the lottery before the term ends, on ``ground``.
    """

    public_id = columns.public_id()
    roster = models.ForeignKey(Roster, on_delete=models.PROTECT, related_name="places")
    member = columns.member(name="places")
    salt = models.BinaryField()
    digest = models.CharField(max_length=64)
    left_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["roster", "member"], name="committees_place_once")
        ]

    def __str__(self) -> str:
        return self.public_id


class Pool(models.Model):
    """The places that can be drawn in an epoch, frozen when it opened; sealed until its cases close."""

    epoch = models.OneToOneField(
        "committees.Epoch", on_delete=models.PROTECT, related_name="pooled"
    )
    roster = models.ForeignKey(Roster, null=True, on_delete=models.PROTECT, related_name="pools")
    salt = models.BinaryField()
    body = models.BinaryField()
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"pool of {self.epoch_id}"
