"""The column that what the College asks about itself has in common."""

from django.db import models


def case(*, null: bool = False) -> models.OneToOneField:
    """The case that decides; this room keeps the key and enacts the verdict."""
    return models.OneToOneField(
        "committees.Case", null=null, on_delete=models.PROTECT, related_name="+"
    )
