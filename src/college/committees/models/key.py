"""A panel member's key: what signs the ballots of one place."""

from django.db import models
from django.db.models import F, Q

from college.committees.rules.signatures import SignatureKind
from college.people import columns


class Key(models.Model):
    """``document`` is the committed public key (spec/ballots.md §2). A place may have several.

    ``fingerprint`` is SHA-256 of the public key: enrolled twice, it would tell that two pseudonyms are one
    person. ``secret`` is kept of software keys alone, which only the people of a sample have.
    """

    place = models.ForeignKey("committees.Place", on_delete=models.PROTECT, related_name="keys")
    kind = columns.word(SignatureKind)
    document = columns.text()
    fingerprint = models.CharField(max_length=64, unique=True)
    secret = models.BinaryField(null=True)
    enrolled_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(secret=None) | Q(kind=SignatureKind.SOFTWARE),
                name="committees_key_secret_is_ours_alone",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("enrolled_at")),
                name="committees_key_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.place_id}"
