"""The public beacon: drand's chain quicknet, its rounds in time, and the proof of a round (spec/draw.md §1).

Everything about the chain is pinned here; the round to use is named before anybody can know what it gives.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from py_arkworks_bls12381 import GT, G1Point, G2Point

from college.committees.rules.seeds import Beacon

CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
PUBLIC_KEY = (
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
)
GENESIS = datetime.fromtimestamp(1_692_803_367, UTC)
PERIOD = timedelta(seconds=3)
SIGNATURE_LENGTH = 48
_TAG = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
#: If the named round has not come within this, the round of that moment stands in for it.
PATIENCE = timedelta(hours=24)
_STAND_IN = PATIENCE // PERIOD


class NotARound(ValueError):
    """The signature is not that of the round, by the pinned key."""


def out_at(round_: int) -> datetime:
    """When a round is published."""
    return GENESIS + (round_ - 1) * PERIOD


def first_from(moment: datetime) -> int:
    """The first round published at a moment or later."""
    return max(1, 1 - (GENESIS - moment) // PERIOD)


def stand_in(round_: int) -> int:
    """The one round that may take the place of another that never came."""
    return round_ + _STAND_IN


def verified(round_: int, signature: bytes) -> Beacon:
    """What a round gives, by its signature alone. ``NotARound``: the signature does not hold."""
    message = sha256(round_.to_bytes(8, "big")).digest()
    try:
        if len(signature) != SIGNATURE_LENGTH:
            raise NotARound("a signature has 48 bytes")
        signed = G1Point.from_compressed_bytes(signature)
        key = G2Point.from_compressed_bytes(bytes.fromhex(PUBLIC_KEY))
    except ValueError as error:
        raise NotARound("the signature is no point of the curve") from error
    hashed = G1Point.hash_to_curve(message, _TAG)
    if signed == G1Point.identity() or GT.pairing(signed, G2Point()) != GT.pairing(hashed, key):
        raise NotARound("the signature is not that of this round")
    return Beacon(CHAIN, round_, sha256(signature).hexdigest())
