"""Signed notes, verifier keys and checkpoints: C2SP signed-note and tlog-checkpoint."""

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from college_verify.findings import Broken, shown

ED25519, COSIGNATURE, ML_DSA_44 = 0x01, 0x04, 0x06
_KEY_BYTES = {ED25519: 32, COSIGNATURE: 32, ML_DSA_44: 1312}
LARGEST_NOTE = 1 << 20
LARGEST_VKEY = 4096
#: As the reference library does: more lines than this are an attack on the reader.
_MOST_SIGNATURES = 100
_DASH = "\u2014 "
_NUMBER = re.compile(r"0|[1-9][0-9]*", re.ASCII)
LARGEST_SIZE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Key:
    """A verifier key. ``kind`` is the type byte, ``identity`` the four bytes notes name it by."""

    name: str
    identity: bytes
    kind: int
    public: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below a note; ``value`` is what follows the key's identity."""

    name: str
    identity: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself at one moment."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()


def decode_base64(text: str) -> bytes:
    """Standard base64 with padding, in its one canonical spelling. Raises ``Broken``."""
    try:
        value = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        raise Broken("its base64 is malformed") from None
    if base64.b64encode(value).decode() != text:
        raise Broken("its base64 is not in canonical form")
    return value


def is_name(name: str) -> bool:
    """Whether a key may be called that: something, without white space, plus or control characters."""
    return bool(name) and not any(c.isspace() or c == "+" or ord(c) < 0x20 for c in name)


def parse_key(line: str) -> Key:
    """The key of a line ``name+identity+base64``. Raises ``Broken``."""
    parts = line.split("+", 2)
    if len(parts) != 3:
        raise Broken("a verifier key has the form name+identity+key")
    name, written, packed = parts[0], parts[1], decode_base64(parts[2])
    if not is_name(name):
        raise Broken(f"{shown(name)} is no name for a key")
    kind = packed[0] if packed else 0
    if kind not in _KEY_BYTES:
        raise Broken(f"a key of type 0x{kind:02x} is of no use here")
    if len(packed) != 1 + _KEY_BYTES[kind]:
        raise Broken(
            f"a key of type 0x{kind:02x} has {_KEY_BYTES[kind]} bytes, not {len(packed) - 1}"
        )
    identity = sha256(name.encode() + b"\n" + packed).digest()[:4]
    if identity.hex() != written:
        raise Broken(f"the identity of the key is {identity.hex()}, not {shown(written)}")
    return Key(name, identity, kind, packed[1:])


def split(note: bytes) -> tuple[str, list[Signature]]:
    """Text (with its last newline) and signatures of a note. Raises ``Broken``."""
    if len(note) > LARGEST_NOTE:
        raise Broken("it is larger than any signed note may be")
    try:
        whole = note.decode("utf-8")
    except UnicodeDecodeError:
        raise Broken("it is not UTF-8") from None
    if any(c < " " and c != "\n" for c in whole):
        raise Broken("it holds control characters")
    cut = whole.rfind("\n\n")
    if cut < 0 or not whole.endswith("\n") or cut + 2 == len(whole):
        raise Broken("a signed note is a text, an empty line and signatures, each line ended")
    lines = whole[cut + 2 : -1].split("\n")
    if len(lines) > _MOST_SIGNATURES:
        raise Broken(f"it has more than {_MOST_SIGNATURES} signatures")
    return whole[: cut + 1], [_signature(line) for line in lines]


def _signature(line: str) -> Signature:
    name, space, packed = line.removeprefix(_DASH).partition(" ")
    if not (line.startswith(_DASH) and space and is_name(name)):
        raise Broken("a line below the empty line is no signature")
    value = decode_base64(packed)
    if len(value) < 5:
        raise Broken("a signature is too short")
    return Signature(name, value[:4], value[4:])


def by_key(signatures: list[Signature], key: Key) -> list[Signature]:
    """The signatures that say they are made with ``key``."""
    return [s for s in signatures if (s.name, s.identity) == (key.name, key.identity)]


def ed25519_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a plain Ed25519 signature is good; a malformed key or signature is not."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def open_note(note: bytes, key: Key) -> tuple[str, list[Signature]]:
    """Text and signatures of a note that ``key`` signed. Raises ``Broken``.

    One bad signature of the known key spoils the note, even beside a good one.
    """
    if key.kind != ED25519:
        raise Broken(f"a key of type 0x{key.kind:02x} signs no notes of a log")
    text, signatures = split(note)
    own = by_key(signatures, key)
    if not own:
        raise Broken(f"it bears no signature of the key {shown(key.name)}")
    if not all(ed25519_holds(key.public, text.encode(), s.value) for s in own):
        raise Broken(f"its signature by {shown(key.name)} is bad")
    return text, signatures


def parse_checkpoint(text: str) -> Checkpoint:
    """Origin, size and root of a note's text. Raises ``Broken``."""
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not text.endswith("\n") or not all(lines):
        raise Broken("a checkpoint has three lines: origin, size, root")
    origin, size, root = lines[:3]
    if not _NUMBER.fullmatch(size) or len(size) > 19 or int(size) > LARGEST_SIZE:
        raise Broken(f"the size {shown(size)} is no number of entries")
    packed = decode_base64(root)
    if len(packed) != 32:
        raise Broken("the root is no SHA-256 hash")
    return Checkpoint(origin, int(size), packed, tuple(lines[3:]))
