"""Epochs, those who contribute to their seeds, and what each contributed."""

from django.db import models
from django.db.models import Q

from college.committees.rules.epochs import Calling, ContributorGround, Phase, VoidGround
from college.people import columns


class Epoch(models.Model):
    """One public seed. The epoch that is open takes cases; once sealed, its secrets may be revealed.

    ``pool`` and ``cases`` are digests of who is drawn from and what is drawn for. ``chain`` and ``round``
    name the beacon (empty and 0: none), ``asked_at`` is when it was last asked for, ``drawn_round`` the
    round that came. ``contributors`` may give secrets, ``counted`` of them make the seed.
    ``revealing_from`` is set once a signed checkpoint covers the sealing; ``opening_from`` when shares of
    the secrets that are still missing may be opened.
    """

    public_id = columns.public_id()
    number = models.PositiveIntegerField(unique=True)
    opened_at = models.DateTimeField()
    seals_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    pool = models.CharField(max_length=64, blank=True)
    contributors = models.PositiveSmallIntegerField(default=0)
    threshold = models.PositiveSmallIntegerField(default=0)
    chain = models.CharField(max_length=64, blank=True)
    round = models.BigIntegerField(default=0)
    sealed_at = models.DateTimeField(null=True)
    cases = models.CharField(max_length=64, blank=True)
    counted = models.PositiveSmallIntegerField(default=0)
    revealing_from = models.DateTimeField(null=True)
    opening_from = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    drawn_round = models.BigIntegerField(default=0)
    signature = models.CharField(max_length=96, blank=True)
    seed = models.CharField(max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)
    ground = columns.word(VoidGround, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed_at=None, cases="") | (Q(sealed_at__isnull=False) & ~Q(cases="")),
                name="committees_epoch_sealed_with_cases",
            ),
            models.CheckConstraint(
                condition=Q(drawn_at=None, seed="") | (Q(drawn_at__isnull=False) & ~Q(seed="")),
                name="committees_epoch_drawn_with_seed",
            ),
            models.CheckConstraint(
                condition=Q(seed="") | Q(revealing_from__isnull=False, voided_at=None),
                name="committees_epoch_seed_after_revealing",
            ),
            models.CheckConstraint(
                condition=Q(revealing_from=None) | Q(sealed_at__isnull=False),
                name="committees_epoch_sealed_before_revealing",
            ),
            models.CheckConstraint(
                condition=Q(voided_at=None, ground="")
                | (Q(voided_at__isnull=False) & ~Q(ground="")),
                name="committees_epoch_voided_on_a_ground",
            ),
        ]
        indexes = [
            models.Index(
                fields=["number"],
                condition=Q(drawn_at=None, voided_at=None),
                name="committees_epoch_going_on",
            ),
        ]

    def __str__(self) -> str:
        return f"epoch {self.number}"

    @property
    def phase(self) -> Phase:
        if self.drawn_at is not None:
            return Phase.DRAWN
        if self.voided_at is not None:
            return Phase.VOIDED
        if self.sealed_at is None:
            return Phase.TAKING
        return Phase.SEALED if self.revealing_from is None else Phase.REVEALING


class Contributor(models.Model):
    """Somebody whose secrets go into seeds. ``member`` is NULL for the server.

    ``seat`` is what they contribute for: the public id of a viewpoint or body, empty for the server.
    ``key`` is the public key that shares are encrypted to (hex of an uncompressed point of P-256); empty
    until the contributor's browser has made it. ``missed`` counts epochs without a lodging, in a row.
    """

    public_id = columns.public_id()
    member = columns.member(null=True, name="contributing")
    calling = columns.word(Calling)
    seat = models.CharField(max_length=13, blank=True)
    enrolled_at = models.DateTimeField()
    key = models.CharField(max_length=130, blank=True)
    missed = models.PositiveSmallIntegerField(default=0)
    left_at = models.DateTimeField(null=True)
    ground = columns.word(ContributorGround, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=~Q(ground=ContributorGround.RETIRED),
                name="committees_contributor_per_seat",
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=~Q(ground=ContributorGround.RETIRED),
                name="committees_contributor_once",
            ),
            models.CheckConstraint(
                condition=Q(member=None, seat="", calling=Calling.SERVER)
                | (Q(member__isnull=False) & ~Q(seat="") & ~Q(calling=Calling.SERVER)),
                name="committees_contributor_server_or_member",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Contribution(models.Model):
    """One contributor's part in one epoch: the ``place`` (from 1) is where their shares are computed.

    ``key`` is their public key when the epoch opened, ``commitment`` the SHA-256 of the secret, ``boxes``
    the committed document of the encrypted shares. ``counts``: the secret makes the seed. ``secret`` is
    empty until it was revealed, or recovered from shares.
    """

    epoch = models.ForeignKey(Epoch, on_delete=models.PROTECT, related_name="contributions")
    contributor = models.ForeignKey(
        Contributor, on_delete=models.PROTECT, related_name="contributions"
    )
    place = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=130)
    commitment = models.CharField(max_length=64, blank=True)
    committed_at = models.DateTimeField(null=True)
    boxes = columns.text(null=True)
    lodged_at = models.DateTimeField(null=True)
    counts = models.BooleanField(default=False)
    secret = models.CharField(max_length=64, blank=True)
    revealed_at = models.DateTimeField(null=True)
    recovered = models.BooleanField(default=False)
    #: Named in a voided epoch: left out of the next.
    excluded = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["epoch", "place"], name="committees_contribution_place"
            ),
            models.UniqueConstraint(
                fields=["epoch", "contributor"], name="committees_contribution_once"
            ),
            models.UniqueConstraint(
                fields=["epoch", "commitment"],
                condition=~Q(commitment=""),
                name="committees_contribution_own_secret",
            ),
            models.CheckConstraint(
                condition=Q(lodged_at=None) | ~Q(commitment=""),
                name="committees_contribution_committed_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contributor_id} in {self.epoch_id}"


class Share(models.Model):
    """One share of one secret, with one holder. ``value`` is empty until the holder opens it."""

    dealer = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="dealt")
    holder = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="held")
    digest = models.CharField(max_length=64)
    acknowledged_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    value = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dealer", "holder"], name="committees_share_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None) | Q(refused_at=None),
                name="committees_share_held_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"of {self.dealer_id} with {self.holder_id}"
