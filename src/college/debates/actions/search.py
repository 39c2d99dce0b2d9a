"""Put a committed text into the index of words. It leaves by itself when the text is erased."""

from django.db import connection

from college.debates.models import Searched
from college.record.models import Text


def index(debate_id: int, text: Text, *, kind: str, subject: str, words: str) -> None:
    """Make a text findable by its words. ``subject`` is the public id of what it belongs to.

    ``words`` are given apart from the text because it may be a document, or stand beside a title.
    """
    row = Searched.objects.create(debate_id=debate_id, kind=kind, subject=subject, text=text)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO debates_words (rowid, place, words) VALUES (%s, %s, %s)",
                [row.pk, f"d{debate_id} k{kind}", words],
            )
        else:
            cursor.execute(
                "UPDATE debates_searched SET words ="
                " to_tsvector('english', %s) || to_tsvector('simple', %s) WHERE id = %s",
                [words, words, row.pk],
            )


def forget_text(commitment: str) -> None:
    """Take one text out of the index: an older wording is read, not found."""
    Searched.objects.filter(text=commitment).delete()
