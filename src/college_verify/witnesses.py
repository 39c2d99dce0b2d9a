"""Cosignatures: what outsiders saw of the log, and when. C2SP tlog-cosignature, types 0x04 and 0x06."""

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from college_verify.findings import BadInput, Broken, shown
from college_verify.notes import (
    COSIGNATURE,
    ML_DSA_44,
    Checkpoint,
    Key,
    Signature,
    by_key,
    ed25519_holds,
)

try:
    from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey
except ImportError:  # older than cryptography 47: only the newer kind of witness is out of reach
    MLDSA44PublicKey = None  # type: ignore[assignment,misc]

KINDS = frozenset({COSIGNATURE, ML_DSA_44})
_ML_DSA_SIGNATURE = 2420
_TOO_OLD = "This installation of cryptography cannot check ML-DSA-44 cosignatures."


def cosigned_at(
    text: str, checkpoint: Checkpoint, signatures: list[Signature], key: Key
) -> int | None:
    """When (Unix seconds) the witness ``key`` saw this very tree, latest first; None if it did not sign.

    Raises ``Broken`` if a line that names the witness's key is bad, which spoils the whole note.
    """
    moments = [_moment(text, checkpoint, s, key) for s in by_key(signatures, key)]
    return max(moments, default=None)


def _moment(text: str, checkpoint: Checkpoint, signature: Signature, key: Key) -> int:
    stamp, signed = signature.value[:8], signature.value[8:]
    seconds = int.from_bytes(stamp, "big")
    if len(stamp) != 8 or not 0 < seconds < 2**63:
        raise Broken(f"the cosignature of {shown(key.name)} bears no time")
    if key.kind == COSIGNATURE:
        good = ed25519_holds(key.public, _plain_message(text, seconds), signed)
    else:
        good = _ml_dsa_holds(key, _subtree_message(key, checkpoint, stamp), signed)
    if not good:
        raise Broken(f"the cosignature of {shown(key.name)} is bad")
    return seconds


def _plain_message(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _subtree_message(key: Key, checkpoint: Checkpoint, stamp: bytes) -> bytes:
    """Type 0x06: every part with its length, the subtree from entry 0 to the checkpoint's size."""
    name, origin = key.name.encode(), checkpoint.origin.encode()
    if len(name) > 255 or len(origin) > 255:
        raise Broken("a name is too long for this kind of cosignature")
    span = bytes(8) + checkpoint.size.to_bytes(8, "big")
    named = bytes([len(name)]) + name + stamp + bytes([len(origin)]) + origin
    return b"subtree/v1\n\x00" + named + span + checkpoint.root


def _ml_dsa_holds(key: Key, message: bytes, signature: bytes) -> bool:
    if MLDSA44PublicKey is None:
        raise BadInput(_TOO_OLD)
    if len(signature) != _ML_DSA_SIGNATURE:
        return False
    try:
        MLDSA44PublicKey.from_public_bytes(key.public).verify(signature, message)
    except UnsupportedAlgorithm:
        raise BadInput(_TOO_OLD) from None
    except (InvalidSignature, ValueError):
        return False
    return True
