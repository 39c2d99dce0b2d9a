"""Proofs made from published tiles. They need not be trusted: each is checked against signed roots."""

from collections.abc import Callable

from college_verify import tiles, tree
from college_verify.findings import Broken
from college_verify.sources import Source


class Nodes:
    """Hashes of a published tree of ``size`` entries, read from its tiles when wanted."""

    def __init__(self, source: Source, size: int) -> None:
        self._source = source
        self._size = size
        self._read: dict[tuple[int, int], bytes] = {}

    def over(self, start: int, end: int) -> bytes:
        """The hash over entries ``start`` to ``end``, a part RFC 6962 would cut out of the tree."""
        width = end - start
        height = width.bit_length() - 1
        if width == 1 << height:
            return self._complete(height, start >> height)
        left = 1 << height
        return tree.node(self.over(start, start + left), self.over(start + left, end))

    def _complete(self, height: int, index: int) -> bytes:
        level, above = divmod(height, 8)
        first = index << above
        tile = self._tile(level, first // tree.WIDTH)
        at = first % tree.WIDTH * tiles.HASH
        packed = tile[at : at + (tiles.HASH << above)]
        return tree.perfect([packed[i : i + 32] for i in range(0, len(packed), tiles.HASH)])

    def _tile(self, level: int, index: int) -> bytes:
        if (level, index) not in self._read:
            whole = self._size >> (8 * level)
            width = min(tree.WIDTH, whole - index * tree.WIDTH)
            self._read[level, index] = tile(self._source, level, index, width)
        return self._read[level, index]


def tile(source: Source, level: int, index: int, width: int) -> bytes:
    """The hashes of a tile, of the full one if the partial one is gone. Raises ``Broken``."""
    wanted = width * tiles.HASH
    data = source.read(tiles.path(level, index, width), tiles.LARGEST_TILE)
    if data is not None and len(data) != wanted:
        raise Broken(f"it has {len(data)} bytes, not {wanted}")
    if data is None and width != tree.WIDTH:
        data = source.read(tiles.path(level, index), tiles.LARGEST_TILE)
        if data is not None and len(data) != tiles.LARGEST_TILE:
            raise Broken(f"it is gone, and the full tile has {len(data)} bytes")
    if data is None:
        raise Broken("it is missing")
    return data[:wanted]


def inclusion(index: int, size: int, over: Callable[[int, int], bytes]) -> list[bytes]:
    """PATH of RFC 6962 section 2.1.1 for a leaf, from its sibling up."""
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left(end - start)
        if index < middle:
            proof.append(over(middle, end))
            end = middle
        else:
            proof.append(over(start, middle))
            start = middle
    return proof[::-1]


def consistency(old: int, new: int, over: Callable[[int, int], bytes]) -> list[bytes]:
    """PROOF of RFC 6962 section 2.1.2 that the tree of ``old`` entries begins that of ``new``."""
    if not 0 < old < new:
        return []
    proof: list[bytes] = []
    start, end, whole = 0, new, True
    while old != end:
        middle = start + _left(end - start)
        if old <= middle:
            proof.append(over(middle, end))
            end = middle
        else:
            proof.append(over(start, middle))
            start, whole = middle, False
    if not whole:
        proof.append(over(start, end))
    return proof[::-1]


def _left(width: int) -> int:
    """How many leaves stand left: the largest power of two below ``width``."""
    return 1 << ((width - 1).bit_length() - 1)
