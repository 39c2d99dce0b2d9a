"""Columns that tables of many rooms have in the same form."""

from collections.abc import Iterable

from django.db import models

from college.ground.ids import new_public_id


def public_id() -> models.CharField:
    return models.CharField(max_length=13, unique=True, default=new_public_id, editable=False)


def text(*, null: bool = False) -> models.ForeignKey:
    """A committed text of the record: the only place where the words are."""
    return models.ForeignKey("record.Text", null=null, on_delete=models.PROTECT, related_name="+")


def member(*, null: bool = False, name: str = "+") -> models.ForeignKey:
    return models.ForeignKey(
        "people.Member", null=null, on_delete=models.PROTECT, related_name=name
    )


def word(values: Iterable[str], *, blank: bool = False) -> models.CharField:
    """A word of a closed list."""
    return models.CharField(max_length=20, choices=[(v, v) for v in values], blank=blank)
