"""The keys of a place, and which of them may sign."""

import json

from django.db.models import QuerySet

from college.committees.models import Key, Place
from college.committees.rules.signatures import PublicKey


def keys_of(place: Place) -> QuerySet[Key]:
    """All keys of a place, revoked ones too, oldest first. One query."""
    return Key.objects.filter(place=place).select_related("document").order_by("enrolled_at", "id")


def in_force(place: Place) -> list[Key]:
    """The keys that may sign for a place. One query."""
    return list(keys_of(place).filter(revoked_at=None))


def signing_key(place: Place, commitment: str) -> Key | None:
    """The key of that commitment, if it may sign for this place. One query."""
    return keys_of(place).filter(revoked_at=None, document_id=commitment).first()


def public_key(key: Key) -> PublicKey:
    """The key itself, out of its document. No query."""
    return PublicKey.from_document(json.loads(bytes(key.document.body)))
