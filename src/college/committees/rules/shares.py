"""Secrets in shares: Shamir's scheme over GF(256), byte by byte (spec/draw.md §1).

A share is 32 bytes, the values at the holder's place (from 1) of 32 polynomials whose constant terms are
the secret's bytes. Arithmetic is that of AES: polynomials over two elements modulo x⁸ + x⁴ + x³ + x + 1.
"""

from collections.abc import Mapping
from hashlib import sha256
from itertools import chain, combinations, islice

from college.committees.rules.seeds import SECRET_LENGTH, commitment
from college.record.rules.canonical import encode_entry

#: Places are the elements of the field other than zero.
MOST_HOLDERS = 255
VERSION = "college-share-v1"
_MODULUS = 0x11B
#: Choices of shares that are tried against a commitment: 11 of 21 people have 352,716.
_MOST_TRIES = 200


def _tables() -> tuple[bytes, bytes]:
    """Powers of the generator 3, twice over so that sums need no remainder, and their logarithms."""
    powers, logs = bytearray(510), bytearray(256)
    value = 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        doubled = value << 1
        value ^= doubled ^ _MODULUS if doubled & 0x100 else doubled
    return bytes(powers), bytes(logs)


_POWERS, _LOGS = _tables()


def _times(a: int, b: int) -> int:
    return _POWERS[_LOGS[a] + _LOGS[b]] if a and b else 0


def _over(a: int, b: int) -> int:
    return _POWERS[_LOGS[a] + 255 - _LOGS[b]] if a else 0


def split(secret: bytes, *, threshold: int, holders: int, chance: bytes) -> list[bytes]:
    """The shares of a secret, for places 1, 2, …; any ``threshold`` of them give it back, fewer say nothing.

    ``chance``: 32 × (threshold − 1) random bytes, used once.
    """
    if len(secret) != SECRET_LENGTH or len(chance) != SECRET_LENGTH * (threshold - 1):
        raise ValueError("a secret has 32 bytes, and as many of chance for each degree")
    if not 1 <= threshold <= holders <= MOST_HOLDERS:
        raise ValueError("a threshold from 1 to the number of holders, at most 255")
    degrees = [secret, *(chance[i : i + 32] for i in range(0, len(chance), 32))]

    def share(place: int) -> bytes:
        values = bytes(SECRET_LENGTH)
        for coefficients in reversed(degrees):
            values = bytes(_times(v, place) ^ c for v, c in zip(values, coefficients, strict=True))
        return values

    return [share(place) for place in range(1, holders + 1)]


def combine(shares: Mapping[int, bytes]) -> bytes:
    """The polynomials' constant terms by the shares at these places: the secret, if they are enough."""
    secret = bytes(SECRET_LENGTH)
    for place, share in shares.items():
        weight = 1
        for other in shares:
            if other != place:
                weight = _times(weight, _over(other, other ^ place))
        secret = bytes(s ^ _times(v, weight) for s, v in zip(secret, share, strict=True))
    return secret


def recover(shares: Mapping[int, bytes], *, threshold: int, committed: str) -> bytes | None:
    """The secret behind a commitment, from so many of the shares as give it; ``None``: none of those tried.

    One false share among enough true ones is always got round, more of them often.
    """
    places = sorted(shares)
    if len(places) < threshold:
        return None
    neighbours = ((places + places)[at : at + threshold] for at in range(len(places)))
    for chosen in islice(chain(neighbours, combinations(places, threshold)), _MOST_TRIES):
        secret = combine({place: shares[place] for place in chosen})
        if commitment(secret) == committed:
            return secret
    return None


def digest(share: bytes, *, epoch: str, dealer: str, holder: str) -> str:
    """What a dealer publishes of a share, hex: it binds it to epoch, dealer and holder (public ids)."""
    document = {
        "dealer": dealer,
        "epoch": epoch,
        "holder": holder,
        "share": share.hex(),
        "v": VERSION,
    }
    return sha256(encode_entry(document)).hexdigest()
