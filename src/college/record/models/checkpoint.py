"""The head of the tree at one size, and the note that was signed over it."""

from django.db import models
from django.db.models import Q


class Checkpoint(models.Model):
    """One row per size ever reached by the sequencer; ``size`` is unique, so no size has two roots.

    ``note`` is empty between the commit of the head and its signing: a head is fixed before it is
    signed, so a crash can never lead to two signatures over different trees of one size.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["size"], condition=Q(note=""), name="record_checkpoint_unsigned"),
        ]

    def __str__(self) -> str:
        return f"checkpoint {self.size}"
