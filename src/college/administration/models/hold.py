"""A steward's hold on a text that a law forbids to publish."""

from django.db import models
from django.db.models import Q

from college.administration.models.columns import case
from college.administration.rules.grounds import Ending
from college.people import columns


class Hold(models.Model):
    """``text`` is withheld until ``until``; ``law`` names the law. Lapses by itself; its case decides.

    ``extended``: the verdict was to restrict; the text stays withheld until an appeal is too late, then it
    is erased.
    """

    public_id = columns.public_id()
    text = columns.text()
    law = columns.text()
    member = columns.member()
    at = models.DateTimeField()
    until = models.DateTimeField()
    case = case()
    extended = models.BooleanField(default=False)
    ended = columns.word(Ending, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text"], condition=Q(ended=""), name="administration_hold_one_a_text"
            )
        ]
        indexes = [models.Index(fields=["until"], name="administration_hold_until")]

    def __str__(self) -> str:
        return self.public_id
