"""Short public ids: random, safe to say aloud and to print in the record.

Thirteen letters and digits of Crockford's base 32 (no i, l, o, u) carry 65 bits; two ids meet by
chance once in a billion colleges with a hundred thousand ids each.
"""

import re
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 13
_SHIFTS = range(0, 5 * LENGTH, 5)
PATTERN = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")


def new_public_id() -> str:
    """A fresh public id, e.g. ``7h2m9k4qx0c5t``."""
    bits = secrets.randbits(5 * LENGTH)
    return "".join([ALPHABET[bits >> shift & 31] for shift in _SHIFTS])


def is_public_id(value: object) -> bool:
    """Whether ``value`` has the shape of a public id."""
    return isinstance(value, str) and PATTERN.fullmatch(value) is not None
