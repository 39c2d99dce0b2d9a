"""Rounds of drand's quicknet (``spec/draw.md`` section 1).

Checking them needs ``py_arkworks_bls12381``, an extra; without it the program says that it did not look.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from typing import Any

EXTRA = "py_arkworks_bls12381"
bls: Any = import_module(EXTRA) if find_spec(EXTRA) else None

CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
#: How many rounds later the only other one is that may be used.
STAND_IN = 28_800
_KEY = bytes.fromhex(
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
)
_TAG = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
_FIRST = datetime(2023, 8, 23, 15, 9, 27, tzinfo=UTC)
#: Beyond this many rounds the calendar of this program ends.
_LAST = 10**11


def out_at(round_: int) -> datetime:
    """When a round is published."""
    return _FIRST + timedelta(seconds=3 * (min(round_, _LAST) - 1))


def holds(round_: int, signature: str) -> bool | None:
    """Whether a signature (hex) is that of a round by the pinned key; ``None``: it cannot be told here."""
    if len(signature) != 96:
        return False
    if bls is None:
        return None
    try:
        point = bls.G1Point.from_compressed_bytes(bytes.fromhex(signature))
    except ValueError:
        return False
    if point == bls.G1Point.identity():
        return False
    message = bls.G1Point.hash_to_curve(sha256(round_.to_bytes(8, "big")).digest(), _TAG)
    key = bls.G2Point.from_compressed_bytes(_KEY)
    return bool(bls.GT.pairing(point, bls.G2Point()) == bls.GT.pairing(message, key))


def randomness(signature: str) -> str:
    """What a round gives, hex."""
    return sha256(bytes.fromhex(signature)).hexdigest()
