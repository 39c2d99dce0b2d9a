"""Shares of secrets (``spec/draw.md`` section 1): their digests, and the secret that enough of them give."""

from hashlib import sha256

from college_verify.canonical import encode

_REDUCING = 0x1B


def _multiplied(a: int, b: int) -> int:
    """In GF(256) modulo x^8 + x^4 + x^3 + x + 1, bit by bit."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = (a << 1 ^ _REDUCING) & 0xFF if a & 0x80 else a << 1
        b >>= 1
    return product


def _inverse(a: int) -> int:
    """The 254th power, since every element but zero has an order that divides 255."""
    power = 1
    for bit in f"{254:b}":
        power = _multiplied(power, power)
        if bit == "1":
            power = _multiplied(power, a)
    return power


def secret(shares: dict[int, bytes]) -> bytes:
    """The values at zero of the polynomials of least degree through the shares at these places."""
    weights = {}
    for place in shares:
        above, below = 1, 1
        for other in shares.keys() - {place}:
            above = _multiplied(above, other)
            below = _multiplied(below, other ^ place)
        weights[place] = _multiplied(above, _inverse(below))
    values = bytearray(32)
    for place, share in shares.items():
        for at, byte in enumerate(share):
            values[at] ^= _multiplied(byte, weights[place])
    return bytes(values)


def digest(share: str, epoch: str, dealer: str, holder: str) -> str:
    """What the dealer lodges of a share (hex) for a holder."""
    told = {"dealer": dealer, "epoch": epoch, "holder": holder, "share": share}
    return sha256(encode({**told, "v": "college-share-v1"})).hexdigest()
