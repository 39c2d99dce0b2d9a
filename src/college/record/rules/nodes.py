"""Where the nodes of the tree are kept: tiles of 256 hashes, with the complete subtrees inside them.

``hashes`` of a tile are the bytes that are published. ``inner`` holds the nodes of heights 1 to 7 inside
the tile in the order in which leaves complete them; it only ever grows at its end, as the tile does.
The tile's own root is not in it: that is a hash of the level above.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from college.record.rules.tiles import WIDTH
from college.record.rules.tree import HASH_LENGTH, Node, node_hash, nodes

#: Levels step by eight heights: 2^8 hashes to a tile.
STEP = 8
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TileHashes:
    """One tile as far as it is known."""

    level: int
    number: int
    hashes: bytes = b""
    inner: bytes = b""

    @property
    def width(self) -> int:
        return len(self.hashes) // HASH_LENGTH

    @property
    def place(self) -> Place:
        return self.level, self.number


def place(height: int, number: int) -> Place:
    """Level and number of the tile that holds a node."""
    level, inside = divmod(height, STEP)
    return level, number >> (STEP - inside)


def places(wanted: Iterable[Node]) -> set[Place]:
    """The tiles that hold some nodes."""
    return {place(*node) for node in wanted}


def read(tiles: Mapping[Place, TileHashes], height: int, number: int) -> bytes:
    """The hash of one node. ``KeyError`` for a tile that is not there, ``IndexError`` for a missing hash."""
    level, inside = divmod(height, STEP)
    tile = tiles[level, number >> (STEP - inside)]
    found = _inside(tile, inside, number & ((1 << (STEP - inside)) - 1))
    if len(found) != HASH_LENGTH:
        raise IndexError(f"node ({height}, {number}) is not in the tile")
    return found


def grow(size: int, edge: Mapping[int, TileHashes], leaves: list[bytes]) -> dict[Place, TileHashes]:
    """Every tile that ``leaves`` change or begin, when they follow the first ``size``.

    ``edge`` has the last tile of each level that is not full; it may have full ones, which are left alone.
    """
    changed = {}
    level, start, new = 0, size, leaves
    while new:
        roots: list[bytes] = []
        at = 0
        while at < len(new):
            number, used = divmod(start + at, WIDTH)
            tile = edge[level] if used else TileHashes(level, number)
            if tile.place != (level, number) or tile.width != used:
                raise ValueError(f"the edge of level {level} is not that of a log of {size}")
            part = new[at : at + WIDTH - used]
            changed[level, number], root = _extend(tile, part)
            if root is not None:
                roots.append(root)
            at += len(part)
        level, start, new = level + 1, start >> STEP, roots
    return changed


def _extend(tile: TileHashes, more: list[bytes]) -> tuple[TileHashes, bytes | None]:
    """The tile with more hashes, and its root once it is full."""
    open_nodes = [_inside(tile, *node) for node in nodes(0, tile.width)]
    grown: list[bytes] = []
    for index, leaf in enumerate(more, start=tile.width + 1):
        merged = leaf
        while not index & 1:
            merged = node_hash(open_nodes.pop(), merged)
            grown.append(merged)
            index >>= 1
        open_nodes.append(merged)
    full = tile.width + len(more) == WIDTH
    root = grown.pop() if full else None
    return (
        TileHashes(
            tile.level,
            tile.number,
            tile.hashes + b"".join(more),
            tile.inner + b"".join(grown),
        ),
        root,
    )


def _inside(tile: TileHashes, height: int, number: int) -> bytes:
    """A node by its height and number within the tile."""
    if height == 0:
        at = number * HASH_LENGTH
        return tile.hashes[at : at + HASH_LENGTH]
    # Leaf ``last`` completes the node; before it, ``last`` leaves had completed last − popcount(last).
    last = ((number + 1) << height) - 1
    at = (last - last.bit_count() + height - 1) * HASH_LENGTH
    return tile.inner[at : at + HASH_LENGTH]
