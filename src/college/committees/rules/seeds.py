"""From secrets and a beacon to the public seed of an epoch (spec/draw.md §1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from college.record.rules.canonical import encode_entry

SECRET_LENGTH = 32
VERSION = "college-seed-v1"


@dataclass(frozen=True, slots=True)
class Beacon:
    """What a public beacon gave: the chain's hash (hex), the round, its randomness (hex)."""

    chain: str
    round: int
    randomness: str


def commitment(secret: bytes) -> str:
    """What a contributor publishes of a secret beforehand: the hex of its SHA-256. No salt: it is random."""
    if len(secret) != SECRET_LENGTH:
        raise ValueError("a secret is 32 bytes")
    return sha256(secret).hexdigest()


def seed(
    *, epoch: str, pool: str, cases: str, secrets: Iterable[bytes], beacon: Beacon | None
) -> str:
    """The seed, hex. ``epoch``: its public id; ``pool`` and ``cases``: the digests in its entries."""
    document = {
        "beacon": beacon
        and {"chain": beacon.chain, "randomness": beacon.randomness, "round": beacon.round},
        "cases": cases,
        "epoch": epoch,
        "pool": pool,
        "secrets": sorted(secret.hex() for secret in secrets),
        "v": VERSION,
    }
    return sha256(encode_entry(document)).hexdigest()
