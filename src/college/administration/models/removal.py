"""Somebody asks that an office end."""

from django.db import models
from django.db.models import Q

from college.administration.models.columns import case
from college.administration.rules.grounds import Ending
from college.people import columns


class Removal(models.Model):
    """``term`` is the term of office; ``member`` asks. One at a time for each term."""

    public_id = columns.public_id()
    term = models.ForeignKey("people.Term", on_delete=models.PROTECT, related_name="+")
    member = columns.member()
    reason = columns.text()
    at = models.DateTimeField()
    case = case()
    ended = columns.word(Ending, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["term"], condition=Q(ended=""), name="administration_removal_one_a_term"
            )
        ]

    def __str__(self) -> str:
        return self.public_id
