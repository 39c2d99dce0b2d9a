"""One version of the charter; the newest is in force."""

from django.db import models


class CharterVersion(models.Model):
    """``document`` is the committed canonical document of ``ground.charter.Charter``."""

    number = models.PositiveIntegerField(unique=True)
    document = models.OneToOneField("record.Text", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"charter {self.number}"
