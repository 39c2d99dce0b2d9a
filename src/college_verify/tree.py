"""The Merkle tree of RFC 6962 section 2.1 over SHA-256, in tiles of 256, and its proofs."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

EMPTY = sha256(b"").digest()
WIDTH = 256
#: A proof in a tree of any size an unsigned 63-bit number can name is no longer than this.
LONGEST_PROOF = 63


def leaf(entry: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def leaves(entries: Iterable[bytes]) -> list[bytes]:
    """The hash of every entry, quickly: half of all the work there is."""
    h = sha256
    return [h(b"\x00" + entry).digest() for entry in entries]


def perfect(hashes: list[bytes]) -> bytes:
    """The root over a power of two of hashes, quickly: the other half."""
    h = sha256
    while len(hashes) > 1:
        pairs = iter(hashes)
        hashes = [
            h(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)
        ]
    return hashes[0]


class Growing:
    """A tree that grows by whole tiles from the left and keeps only its right edge: 8 KiB a level."""

    def __init__(self) -> None:
        self.size = 0
        self._edge: list[list[bytes]] = [[]]

    def grow(self, hashes: list[bytes]) -> Iterator[tuple[int, int, list[bytes]]]:
        """Add up to 256 leaf hashes; yield (level, index, hashes) of every tile this filled.

        Only the last call may bring fewer than 256. The iterator must be used up.
        """
        if self._edge[0]:
            raise ValueError("leaves came after a tile that was not full")
        self.size += len(hashes)
        self._edge[0] = hashes
        level = 0
        while len(self._edge[level]) == WIDTH:
            full = self._edge[level]
            yield level, (self.size >> (8 * level + 8)) - 1, full
            self._edge[level] = []
            level += 1
            if level == len(self._edge):
                self._edge.append([])
            self._edge[level].append(perfect(full))

    def edge(self) -> Iterator[tuple[int, int, list[bytes]]]:
        """(level, index, hashes) of every tile that is not full."""
        for level, hashes in enumerate(self._edge):
            if hashes:
                yield level, self.size >> (8 * level + 8), hashes

    def root(self) -> bytes:
        """The root over everything so far: the complete subtrees, folded from the right."""
        root = b""
        for hashes in self._edge:
            for part in reversed(list(_subtrees(hashes))):
                root = node(part, root) if root else part
        return root or EMPTY


def _subtrees(hashes: list[bytes]) -> Iterator[bytes]:
    """The roots of the largest complete subtrees over ``hashes``, from left to right."""
    start = 0
    while start < len(hashes):
        width = 1 << ((len(hashes) - start).bit_length() - 1)
        yield perfect(hashes[start : start + width])
        start += width


def includes(entry_hash: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows that leaf ``index`` is in the tree (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, r = index, size - 1, entry_hash
    for p in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            r = node(p, r)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            r = node(r, p)
        at, last = at >> 1, last >> 1
    return last == 0 and r == root


def extends(old: int, old_root: bytes, new: int, new_root: bytes, proof: list[bytes]) -> bool:
    """Whether ``proof`` shows that the tree of ``new`` begins with that of ``old`` (2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (new, 0):
        return not proof and (old_root == new_root if old == new else old_root == EMPTY)
    path = proof if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for c in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node(c, first), node(c, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node(second, c)
        at, last = at >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root
