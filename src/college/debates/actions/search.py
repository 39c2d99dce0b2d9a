"""Put a committed text into the index of words. It leaves by itself when the text is erased."""

from collections.abc import Iterable

from django.db import connection

from college.debates.models import Searched
from college.record.models import Text


def index(debate_id: int, text: Text, *, kind: str, subject: str, words: str) -> None:
    """Make a text findable by its words. ``subject`` is the public id of what it belongs to.

    ``words`` are given apart from the text because it may be a document, or stand beside a title.
    """
    row = Searched.objects.create(debate_id=debate_id, kind=kind, subject=subject, text=text)
    _put([row], [words])


def index_many(debate_id: int, found: Iterable[tuple[Text, str]], *, kind: str) -> None:
    """Plain texts, each with the public id of what it belongs to, findable by all their words.

    A text without a word is left out.
    """
    rows = [
        Searched(debate_id=debate_id, kind=kind, subject=subject, text=text)
        for text, subject in found
        if text.words.strip()
    ]
    _put(Searched.objects.bulk_create(rows), [row.text.words for row in rows])


def _put(rows: list[Searched], words: list[str]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO debates_words (rowid, place, words) VALUES (%s, %s, %s)",
                [
                    (row.pk, f"d{row.debate_id} k{row.kind}", said)
                    for row, said in zip(rows, words, strict=True)
                ],
            )
        else:
            cursor.executemany(
                "UPDATE debates_searched SET words ="
                " to_tsvector('english', %s) || to_tsvector('simple', %s) WHERE id = %s",
                [(said, said, row.pk) for row, said in zip(rows, words, strict=True)],
            )


def forget_text(commitment: str) -> None:
    """Take one text out of the index: an older wording is read, not found."""
    Searched.objects.filter(text=commitment).delete()
