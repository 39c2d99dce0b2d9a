"""What an entry commits to: salted bytes in one of three states (DESIGN §6)."""

from django.db import models
from django.db.models import Q

from college.record.rules.states import TextState


class Text(models.Model):
    """The one place where committed bytes are kept.

    ``commitment`` is the hex of sha256(salt ‖ body). ``rendered`` is safe HTML made when the text was
    written, so that no page renders Markdown. An erased text keeps its commitment, a reason and the day,
    and loses salt, body and rendering: without the salt, the commitment says nothing of short texts.
    A withheld text keeps all three, unpublished, with its ground and the moment it lapses, if
    it does: what a verdict withholds lapses by no clock.
    ``is_document`` tells canonical JSON from a text that happens to look like it.
    """

    commitment = models.CharField(max_length=64, primary_key=True)
    salt = models.BinaryField(null=True)
    body = models.BinaryField(null=True)
    is_document = models.BooleanField(default=False)
    rendered = models.TextField(blank=True)
    state = models.CharField(
        max_length=10,
        choices=[(s.value, s.value) for s in TextState],
        default=TextState.OPEN.value,
    )
    ground = models.CharField(max_length=80, blank=True)
    case = models.CharField(max_length=20, blank=True)
    until = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["until"], condition=Q(state="withheld"), name="record_text_lapsing"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="tombstone", salt=None, body=None, rendered="")
                | (~Q(state="tombstone") & Q(salt__isnull=False, body__isnull=False)),
                name="record_text_tombstone_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | ~Q(ground=""), name="record_text_closed_has_ground"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment[:12]} {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state == TextState.OPEN

    @property
    def words(self) -> str:
        """The text as written; empty unless it is open."""
        return bytes(self.body).decode() if self.is_open and self.body is not None else ""
