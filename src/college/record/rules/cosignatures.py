"""What witnesses add to a checkpoint (C2SP tlog-cosignature): that they saw it, and when. Read only."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

from college.record.rules.checkpoints import parse_text
from college.record.rules.notes import (
    NotANote,
    Signature,
    ed25519_holds,
    format_vkey,
    key_id,
    parse_vkey,
)

COSIGNATURE_V1 = 0x04
ML_DSA_44 = 0x06
_KEY_LENGTHS = {COSIGNATURE_V1: 32, ML_DSA_44: 1312}
_SIGNATURE_LENGTHS = {COSIGNATURE_V1: 64, ML_DSA_44: 2420}


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness's key. One key per witness: with type 0x04 the name is not part of what is signed."""

    name: str
    kind: int
    key: bytes

    @property
    def key_id(self) -> bytes:
        return key_id(self.name, self.kind, self.key)

    @property
    def vkey(self) -> str:
        return format_vkey(self.name, self.kind, self.key)

    def holds(self, text: str, signature: bytes) -> bool:
        """Whether the timestamped signature is this witness's over this checkpoint's text."""
        time = int.from_bytes(signature[:8], "big")
        if len(signature) != 8 + _SIGNATURE_LENGTHS[self.kind] or not 0 < time < 2**63:
            return False
        if self.kind == COSIGNATURE_V1:
            message = f"cosignature/v1\ntime {time}\n{text}".encode()
            return ed25519_holds(self.key, signature[8:], message)
        return _ml_dsa_holds(self.key, signature[8:], _subtree_message(self.name, time, text))


def witness(vkey: str) -> Witness:
    """A witness's verifier key; the key of a log is refused."""
    name, kind, key = parse_vkey(vkey)
    if len(key) != _KEY_LENGTHS.get(kind):
        raise NotANote("not a witness's key")
    return Witness(name, kind, key)


def time_of(signature: Signature) -> int:
    """Unix seconds at which a checked cosignature was made."""
    return int.from_bytes(signature.signature[:8], "big")


def _subtree_message(name: str, time: int, text: str) -> bytes:
    head = parse_text(text)
    return (
        b"subtree/v1\n\0"
        + _short(name)
        + time.to_bytes(8, "big")
        + _short(head.origin)
        + (0).to_bytes(8, "big")
        + head.size.to_bytes(8, "big")
        + head.root
    )


def _short(text: str) -> bytes:
    data = text.encode()
    if len(data) > 255:
        raise NotANote("a name in a cosignature has at most 255 bytes")
    return bytes([len(data)]) + data


def _ml_dsa_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        MLDSA44PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
