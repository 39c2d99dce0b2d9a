"""The log's key. The only file that sees it; the web process needs ``verifier`` alone.

Beside the key lies ``log.last``, the largest head it ever signed. It is written before the signature is
made and outlives the database: one put back from an older copy would grow another tree of the same
sizes, and ``actions/sequence.py`` refuses to go on with it.
"""

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from college.ground.refusals import Refusal
from college.record import durable
from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import (
    ED25519,
    LogKey,
    NotANote,
    Note,
    Signature,
    encode64,
    log_key,
)

_PREFIX = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs heads of this log. Ed25519 is deterministic: signing a head again gives the same bytes."""

    public: LogKey
    _private: Ed25519PrivateKey
    _last: Path

    def sign(self, size: int, root: bytes) -> str:
        """The signed checkpoint over a head that the database already holds."""
        head = Head(self.public.name, size, root)
        self._remember(head)
        signature = self._private.sign(head.text.encode())
        line = Signature(self.public.name, self.public.key_id, signature)
        return str(Note(head.text, (line,)))

    def _remember(self, head: Head) -> None:
        last = last_signed()
        if last is None or head.size > last.size:
            durable.put_and_sync(self._last, head.text.encode(), mode=0o600)


def create() -> LogKey:
    """Make the key of a new log, or finish making it. Never replaces a key."""
    settings.KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not _key_file().exists():
        private = Ed25519PrivateKey.generate()
        public = LogKey(settings.LOG_ORIGIN, _public_bytes(private))
        secret = encode64(bytes([ED25519]) + private.private_bytes_raw())
        text = f"{_PREFIX}{public.name}+{public.key_id.hex()}+{secret}\n"
        durable.put_and_sync(_key_file(), text.encode(), mode=0o600)
    public = load().public
    durable.put_and_sync(_vkey_file(), f"{public.vkey}\n".encode())
    return public


def load() -> Signer:
    """The signer of this log; refuses a missing key, a key others can read, and another log's key."""
    file = _key_file()
    if not file.exists():
        raise Refusal("record.key.missing", file=str(file))
    if file.stat().st_mode & 0o077:
        raise Refusal("record.key.readable", file=str(file))
    name, hex_id, private = _parse(file.read_text(encoding="utf-8"))
    public = LogKey(name, _public_bytes(private))
    if public.key_id.hex() != hex_id:
        raise Refusal("record.key.damaged", file=str(file))
    if name != settings.LOG_ORIGIN:
        raise Refusal("record.key.other-log", name=name, origin=settings.LOG_ORIGIN)
    return Signer(public, private, _last_file())


def verifier() -> LogKey:
    """The log's public key, from its public file."""
    file = _vkey_file()
    if not file.exists():
        raise Refusal("record.key.missing", file=str(file))
    return log_key(file.read_text(encoding="utf-8").removesuffix("\n"))


def last_signed() -> Head | None:
    """The largest head this key signed, or was about to."""
    file = _last_file()
    return parse_text(file.read_text(encoding="utf-8")) if file.exists() else None


def _parse(text: str) -> tuple[str, str, Ed25519PrivateKey]:
    """Name, key id and key of the Go tools' text form, ``PRIVATE+KEY+name+id+base64(type ‖ seed)``."""
    try:
        name, hex_id, encoded = text.strip().removeprefix(_PREFIX).split("+", 2)
        data = base64.b64decode(encoded, validate=True)
        if not text.startswith(_PREFIX) or data[0] != ED25519:
            raise NotANote("not a private key of a log")
        return name, hex_id, Ed25519PrivateKey.from_private_bytes(data[1:])
    except (ValueError, IndexError, binascii.Error):
        # From None: what is wrong with a key must not drag its bytes into a traceback.
        raise Refusal("record.key.damaged", file=str(_key_file())) from None


def _public_bytes(private: Ed25519PrivateKey) -> bytes:
    return private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _key_file() -> Path:
    return settings.KEYS / "log.key"


def _vkey_file() -> Path:
    return settings.KEYS / "log.vkey"


def _last_file() -> Path:
    return settings.KEYS / "log.last"
