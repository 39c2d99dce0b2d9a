"""Signed notes (C2SP signed-note 1.0): read strictly, written in the one form that is read back."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519 = 0x01
#: The reference library refuses more; the specification asks for at least sixteen.
MOST_SIGNATURES = 100
_KEY_ID = re.compile(r"[0-9a-f]{8}")
_MARK = "\u2014 "


class NotANote(ValueError):
    """The bytes are no signed note, or no key; says what is wrong."""


class NotSigned(ValueError):
    """A known key's signature does not hold, or no known key signed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: who signed, and the bytes after the four of the key id."""

    name: str
    key_id: bytes
    signature: bytes

    @property
    def line(self) -> str:
        return f"{_MARK}{self.name} {encode64(self.key_id + self.signature)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """``text`` ends with a newline and is what is signed."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(s.line for s in self.signatures)


class Verifier(Protocol):
    """Whoever can check signatures of one name and key."""

    @property
    def name(self) -> str: ...

    @property
    def key_id(self) -> bytes: ...

    def holds(self, text: str, signature: bytes) -> bool: ...


@dataclass(frozen=True, slots=True)
class LogKey:
    """An Ed25519 key that signs the text itself (type 0x01)."""

    name: str
    key: bytes

    @property
    def key_id(self) -> bytes:
        return key_id(self.name, ED25519, self.key)

    @property
    def vkey(self) -> str:
        return format_vkey(self.name, ED25519, self.key)

    def holds(self, text: str, signature: bytes) -> bool:
        return ed25519_holds(self.key, signature, text.encode())


def parse(data: bytes | str) -> Note:
    """A note, none of whose signatures is checked yet."""
    text = _utf8(data)
    if any(c < " " and c != "\n" for c in text) or not text.endswith("\n"):
        raise NotANote("a control character, or no newline at the end")
    split = text.rfind("\n\n")
    if split < 0 or split + 2 == len(text):
        raise NotANote("no empty line before signatures")
    lines = text[split + 2 : -1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NotANote("too many signatures")
    return Note(text[: split + 1], tuple(_signature(line) for line in lines))


def open_note(data: bytes | str, known: Iterable[Verifier]) -> Note:
    """The note with the signatures that were checked, in order; others are left out.

    A bad signature under a known name and key id spoils the whole note.
    """
    note = parse(data)
    keys = {(key.name, key.key_id): key for key in known}
    held: dict[tuple[str, bytes], Signature] = {}
    for signature in note.signatures:
        who = (signature.name, signature.key_id)
        if who not in keys or who in held:
            continue
        if not keys[who].holds(note.text, signature.signature):
            raise NotSigned(f"the signature of {signature.name} does not hold")
        held[who] = signature
    if not held:
        raise NotSigned("no known key signed")
    return Note(note.text, tuple(held.values()))


def parse_vkey(vkey: str) -> tuple[str, int, bytes]:
    """Name, type and key of a verifier key. Base64 may hold a ``+``: only the first two separate."""
    parts = vkey.split("+", 2)
    if len(parts) != 3:
        raise NotANote("a verifier key is name+id+key")
    name, hex_id, encoded = parts
    data = decode64(encoded)
    if not is_key_name(name) or not _KEY_ID.fullmatch(hex_id) or len(data) < 2:
        raise NotANote("a verifier key is name+id+key")
    if key_id(name, data[0], data[1:]).hex() != hex_id:
        raise NotANote("the key's id is not that of its name and key")
    return name, data[0], data[1:]


def format_vkey(name: str, kind: int, key: bytes) -> str:
    return f"{name}+{key_id(name, kind, key).hex()}+{encode64(bytes([kind]) + key)}"


def log_key(vkey: str) -> LogKey:
    """The log's verifier key; a witness's key is refused."""
    name, kind, key = parse_vkey(vkey)
    if kind != ED25519 or len(key) != 32:
        raise NotANote("not an Ed25519 key of a log")
    return LogKey(name, key)


def key_id(name: str, kind: int, key: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def is_key_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(c.isspace() or c < " " for c in name)


def ed25519_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def encode64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def decode64(text: str) -> bytes:
    """Standard base64 with padding, in its only canonical form: else one signature had many spellings."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise NotANote("not base64") from error
    if encode64(data) != text:
        raise NotANote("not canonical base64")
    return data


def _signature(line: str) -> Signature:
    if not line.startswith(_MARK):
        raise NotANote("a signature line begins with an em dash and a space")
    name, space, encoded = line[len(_MARK) :].partition(" ")
    data = decode64(encoded)
    if not space or not is_key_name(name) or len(data) < 5:
        raise NotANote("a signature line is a name and base64 of id and signature")
    return Signature(name, data[:4], data[4:])


def _utf8(data: bytes | str) -> str:
    try:
        return data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotANote("not UTF-8") from error
