"""The order in which viewpoints are shown: a shuffle that anyone can repeat (DESIGN §2.1, §10).

Seed: the public id of the debate. Sort key of a viewpoint: SHA-256 of ``seed:id`` in UTF-8, where ``id``
is the viewpoint's public id. Nobody chooses either id, so no place is a favour, and the place of one
viewpoint in relation to another does not change when a third arrives.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def place(seed: str, public_id: str) -> bytes:
    """What a viewpoint is sorted by, from the least to the greatest."""
    return hashlib.sha256(f"{seed}:{public_id}".encode()).digest()


def shuffled(seed: str, things: Iterable[T], *, public_id: Callable[[T], str]) -> list[T]:
    """The things in the seed's order, whatever order they came in."""
    return sorted(things, key=lambda thing: place(seed, public_id(thing)))
