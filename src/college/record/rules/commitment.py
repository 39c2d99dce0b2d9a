"""Salted commitments: sha256(salt ‖ bytes), salt of 32 random bytes (DESIGN §6)."""

import hashlib
import unicodedata

SALT_LENGTH = 32


def text_bytes(words: str) -> bytes:
    """The bytes that are committed for a text: UTF-8, NFC, line ends as LF."""
    unified = words.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", unified).encode()


def commitment(salt: bytes, body: bytes) -> str:
    """Hex of sha256(salt ‖ body)."""
    if len(salt) != SALT_LENGTH:
        raise ValueError("a salt is 32 bytes")
    return hashlib.sha256(salt + body).hexdigest()
