"""The tree over the entries: RFC 6962 section 2.1 with SHA-256; checks as in RFC 9162 section 2.1.

A *node* is a complete subtree, named by its height and its number from the left: node (3, 2) stands over
leaves 16 to 23. A *range* is what one hash of a proof covers; at the right edge it may take several nodes.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence

Node = tuple[int, int]
Range = tuple[int, int]
#: Gives the hash of a node, wherever it is kept.
Read = Callable[[int, int], bytes]

HASH_LENGTH = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def nodes(lo: int, hi: int) -> list[Node]:
    """The largest nodes that together cover leaves ``lo`` up to ``hi``, from the left."""
    width = hi - lo
    if width > 0 and not (width & (width - 1) or lo & (width - 1)):  # one node, as most ranges are
        return [(width.bit_length() - 1, lo // width)]
    found = []
    while lo < hi:
        height = (hi - lo).bit_length() - 1
        if lo:
            height = min(height, (lo & -lo).bit_length() - 1)
        found.append((height, lo >> height))
        lo += 1 << height
    return found


def fold(hashes: Sequence[bytes]) -> bytes:
    """One hash over nodes of falling height: each earlier one is the left child."""
    folded = hashes[-1]
    for left in reversed(hashes[:-1]):
        folded = node_hash(left, folded)
    return folded


def root(size: int, read: Read) -> bytes:
    """The root over ``size`` leaves, from the nodes that ``read`` gives."""
    return fold([read(*node) for node in nodes(0, size)]) if size else EMPTY_ROOT


def root_of_leaves(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, with a stack as deep as the tree (RFC 9162 section 2.1.2)."""
    stack: list[bytes] = []
    for count, leaf in enumerate(leaves, start=1):
        merged = leaf
        while count & 1 == 0:
            merged = node_hash(stack.pop(), merged)
            count >>= 1
        stack.append(merged)
    return fold(stack) if stack else EMPTY_ROOT


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """What the hashes of an inclusion proof cover, from the leaf's sibling up (section 2.1.1)."""
    if not 0 <= index < size:
        raise ValueError(f"no entry {index} in a tree of {size}")
    found = []
    height = 0
    while size - 1 >> height:  # until one node stands over everything
        lo = (index >> height ^ 1) << height
        if lo < size:  # at the right edge a node may be without a sibling
            found.append((lo, min(lo + (1 << height), size)))
        height += 1
    return found


def consistency_ranges(old: int, size: int) -> list[Range]:
    """What the hashes of a consistency proof cover (section 2.1.2); none for an empty or an equal tree."""
    if not 0 <= old <= size:
        raise ValueError(f"no tree of {old} inside one of {size}")
    if old in (0, size):
        return []
    lo, hi = 0, size
    found = []
    while old != hi:
        middle = lo + _split(hi - lo)
        if old <= middle:
            found.append((middle, hi))
            hi = middle
        else:
            found.append((lo, middle))
            lo = middle
    if lo:
        found.append((lo, hi))
    return found[::-1]


def covers(ranges: Iterable[Range]) -> list[list[Node]]:
    """The nodes of each range."""
    return [nodes(lo, hi) for lo, hi in ranges]


def proof(covers: Iterable[Sequence[Node]], read: Read) -> list[bytes]:
    """The hashes of a proof, one for the nodes of each of its ranges."""
    return [fold([read(height, number) for height, number in cover]) for cover in covers]


def includes(leaf: bytes, index: int, *, size: int, hashes: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows leaf hash ``leaf`` at ``index`` under ``root`` (RFC 9162 2.1.3.2)."""
    if not 0 <= index < size or any(len(h) != HASH_LENGTH for h in hashes):
        return False
    at, last, seen = index, size - 1, leaf
    for sibling in hashes:
        if last == 0:
            return False
        if at & 1 or at == last:
            seen = node_hash(sibling, seen)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            seen = node_hash(seen, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and seen == root


def extends(old: int, old_root: bytes, *, size: int, hashes: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows that the tree of ``size`` begins with the tree of ``old`` (RFC 9162 2.1.4.2).

    An empty old tree is a beginning of every tree and proves nothing about the content.
    """
    if not 0 <= old <= size or any(len(h) != HASH_LENGTH for h in hashes):
        return False
    if old in (0, size):
        begins = old_root == root if old == size else old_root == EMPTY_ROOT
        return not hashes and begins
    path = list(hashes) if old & (old - 1) else [old_root, *hashes]
    if not path:
        return False
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == root


def _split(count: int) -> int:
    """The largest power of two below ``count``."""
    return 1 << ((count - 1).bit_length() - 1)
