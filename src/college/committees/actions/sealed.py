"""Seal a document: the record learns its salted digest now, everybody the document later."""

import secrets
from dataclasses import dataclass

from college.record.rules.canonical import encode_entry
from college.record.rules.commitment import SALT_LENGTH, commitment


@dataclass(frozen=True, slots=True)
class Sealed:
    """``digest`` is the hex of sha256(salt ‖ body); ``body`` the canonical JSON."""

    salt: bytes
    body: bytes
    digest: str


def seal(document: object) -> Sealed:
    """With a salt of its own."""
    return seal_bytes(encode_entry(document))


def seal_bytes(body: bytes, salt: bytes | None = None) -> Sealed:
    salt = salt or secrets.token_bytes(SALT_LENGTH)
    return Sealed(salt, body, commitment(salt, body))
