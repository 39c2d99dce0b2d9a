"""One entry of the record: its canonical bytes, and its place once the sequencer has given it one."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """Written by ``record.actions.entries`` only, in the transaction of the act; never changed.

    ``position`` is NULL until the sequencer integrates the entry; then it is its index in the log,
    from 0. ``body`` is the canonical JSON that is hashed; ``kind``, ``actor`` and ``at`` repeat parts of
    it for reading. ``subject`` is the public id a reader would look the entry up by.
    """

    body = models.BinaryField()
    kind = models.CharField(max_length=80)
    actor = models.CharField(max_length=20)
    at = models.DateTimeField()
    subject = models.CharField(max_length=20, blank=True)
    position = models.BigIntegerField(null=True, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(position=None), name="record_entry_waiting"),
            models.Index(fields=["subject", "id"], name="record_entry_subject"),
            models.Index(fields=["kind", "id"], name="record_entry_kind"),
            models.Index(fields=["actor", "id"], name="record_entry_actor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(position=None) | Q(position__gte=0),
                name="record_entry_position_from_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.position if self.position is not None else 'waiting'}"
