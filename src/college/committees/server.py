"""The server as one contributor of secrets. The only file that sees its key.

``contributor.key`` in the folder of keys holds 32 random bytes, from which the key that opens shares and
the secret of every epoch are derived. No secret of an epoch to come is ever in the database.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from college.committees.rules.boxes import point
from college.committees.rules.seeds import SECRET_LENGTH
from college.ground.refusals import Refusal
from college.record import durable

#: The order of P-256's group (FIPS 186-5); a key is a number from 1 to one less.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_HEX = 2 * SECRET_LENGTH


@dataclass(frozen=True, slots=True)
class Server:
    """What the server needs to contribute."""

    _root: bytes

    @property
    def key(self) -> EllipticCurvePrivateKey:
        number = int.from_bytes(_derived(self._root, b"college-contributor-key-v1", 48))
        return derive_private_key(number % (_ORDER - 1) + 1, SECP256R1())

    @property
    def point(self) -> str:
        """The public key, hex."""
        return point(self.key).hex()

    def secret(self, epoch: str) -> bytes:
        """The secret for the epoch with this public id."""
        return _derived(self._root, b"college-contributor-secret-v1 " + epoch.encode(), 32)


def load() -> Server:
    """The server's key, made on first use; refuses one that others can read, or that is damaged."""
    file = _file()
    if not file.exists():
        _create(file)
    if file.stat().st_mode & 0o077:
        raise Refusal("committees.key.readable", file=str(file))
    text = file.read_text(encoding="ascii", errors="replace").strip()
    try:
        root = bytes.fromhex(text)
    except ValueError:
        root = b""
    if len(text) != _HEX or len(root) != SECRET_LENGTH:
        raise Refusal("committees.key.damaged", file=str(file))
    return Server(root)


def _create(file: Path) -> None:
    """Written aside and linked: of two who make it at once, one is first and the other takes that one."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    durable.put_and_sync(aside, f"{secrets.token_hex(SECRET_LENGTH)}\n".encode(), mode=0o600)
    try:
        os.link(aside, file)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
    durable.sync_folders([file.parent])


def _derived(root: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(root)


def _file() -> Path:
    return settings.KEYS / "contributor.key"
