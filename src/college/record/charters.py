"""The charter in force: which numbers the College lives by now."""

import json
from functools import lru_cache

from django.db.models import QuerySet

from college.ground.charter import Charter, CharterError
from college.ground.refusals import Refusal
from college.record.models import CharterVersion


def is_founded() -> bool:
    """One query."""
    return CharterVersion.objects.exists()


def charter_in_force() -> Charter:
    """The newest charter. One query; the document is parsed once per version and process."""
    row = CharterVersion.objects.order_by("-number").values_list("document_id", flat=True).first()
    if row is None:
        raise Refusal("record.college.not-founded")
    return _parsed(row)


def newest_document() -> bytes:
    """The canonical document of the newest charter as it was committed. One query."""
    row = CharterVersion.objects.select_related("document").order_by("-number").first()
    if row is None:
        raise Refusal("record.college.not-founded")
    return bytes(row.document.body)


def versions() -> QuerySet[CharterVersion]:
    """Every charter that was ever in force, newest first. One query."""
    return CharterVersion.objects.order_by("-number")


@lru_cache(maxsize=8)
def _parsed(commitment: str) -> Charter:
    version = CharterVersion.objects.select_related("document").get(document_id=commitment)
    try:
        return Charter.from_document(json.loads(bytes(version.document.body)))
    except CharterError as error:
        # Written by an earlier version of the software: never guessed at, extended by an act of its own.
        raise Refusal("record.charter.older", setting=error.setting) from error
