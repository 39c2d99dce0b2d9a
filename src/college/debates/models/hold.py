"""A text held back before it is heard: by one duty member, for a short time that ends by itself."""

from django.db import models
from django.db.models import F, Q

from college.people import columns


class Hold(models.Model):
    """``place`` is the pseudonym under which the duty member serves. Once per hearing: no chain of holds."""

    hearing = models.OneToOneField("debates.Hearing", on_delete=models.PROTECT, related_name="hold")
    place = models.CharField(max_length=13)
    reason = columns.text()
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("at")), name="debates_hold_has_an_end"),
        ]

    def __str__(self) -> str:
        return f"hold of {self.hearing_id}"
