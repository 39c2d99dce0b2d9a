"""Which items a mini-quiz asks, and in which order. The seed decides between items that are alike; names of
viewpoints decide nothing, so that with two viewpoints exchanged the same items are drawn."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple


class _Plan(NamedTuple):
    """Public ids, and what makes one plan better than another: more items, more of them unseen, and as
    many items of all viewpoints alike as the bank has in proportion."""

    size: int
    unseen: int
    nearness: int
    items: tuple[str, ...]


def draw(
    items: Sequence[tuple[str, str]],
    *,
    seen: Collection[str],
    size: int,
    seed: bytes,
    viewpoints: Collection[str] = (),
) -> list[str]:
    """Public ids of at most ``size`` items, in the order in which they are asked.

    ``items``: public id and viewpoint of each ('' where an item asks about all alike). How many are asked
    of each viewpoint differs by at most one, counting those in ``viewpoints`` that have no item. Items that
    are not in ``seen`` come first.
    """
    groups: dict[str, list[str]] = {viewpoint: [] for viewpoint in viewpoints}
    of_all: list[str] = []
    for item, viewpoint in items:
        (groups.setdefault(viewpoint, []) if viewpoint else of_all).append(item)
    # Without the names: from here on a viewpoint is nothing but its items.
    queues = [_queue(group, seen, seed) for group in groups.values()]
    of_all = _queue(of_all, seen, seed)
    share = size * len(of_all) // len(items) if items else 0
    plans = (
        _plan(sided, of_all, seen=seen, size=size, share=share)
        for sided in _sided(queues, seen, seed, most=size)
    )
    chosen = max(plans, key=lambda plan: plan[:3])
    return sorted(chosen.items, key=lambda item: _lot(seed, "order", item))


def options_order(token: str, item: str, n: int) -> list[int]:
    """The numbers of an item's ``n`` options in the order in which the attempt with this token shows them."""
    return sorted(range(n), key=lambda option: _lot(token.encode(), item, str(option)))


def _queue(group: Iterable[str], seen: Collection[str], seed: bytes) -> list[str]:
    return sorted(group, key=lambda item: (item in seen, _lot(seed, "item", item)))


def _sided(
    queues: list[list[str]], seen: Collection[str], seed: bytes, *, most: int
) -> Iterable[list[str]]:
    """For each number of items that can be asked in balance, the best of them: one for each viewpoint, then
    a second for each, and so on while every viewpoint has one; a last round may stay incomplete."""
    taken: list[str] = []
    yield []
    for depth in range(most):
        heads = [queue[depth] for queue in queues if len(queue) > depth]
        heads.sort(key=lambda item: (item in seen, _lot(seed, "head", item)))
        for count in range(1, len(heads) + 1):
            if len(taken) + count > most:
                return
            yield taken + heads[:count]
        if len(heads) < len(queues):
            return
        taken += heads


def _plan(
    sided: list[str], of_all: list[str], *, seen: Collection[str], size: int, share: int
) -> _Plan:
    filling = of_all[: size - len(sided)]
    items = (*sided, *filling)
    unseen = sum(item not in seen for item in items)
    return _Plan(len(items), unseen, -abs(len(filling) - share), items)


def _lot(seed: bytes, *parts: str) -> bytes:
    return sha256(b"\0".join((seed, *(part.encode() for part in parts)))).digest()
