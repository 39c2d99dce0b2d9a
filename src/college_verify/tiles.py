"""The files of C2SP tlog-tiles: their names, what a tree of some size consists of, entry bundles."""

import re
from collections.abc import Iterable, Iterator

from college_verify import tree
from college_verify.findings import Broken

#: Level of entry bundles, beside the levels 0 to 63 of hashes.
ENTRIES = -1
HASH = 32
LARGEST_TILE = tree.WIDTH * HASH
LARGEST_BUNDLE = tree.WIDTH * (2 + 0xFFFF)
_PATH = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", re.ASCII
)


def path(level: int, index: int, width: int = tree.WIDTH) -> str:
    """``tile/0/x001/x234/067.p/5``; ``width`` 256 is a full tile."""
    groups = f"{index % 1000:03d}"
    while index := index // 1000:
        groups = f"x{index % 1000:03d}/{groups}"
    name = "entries" if level == ENTRIES else str(level)
    return f"tile/{name}/{groups}" + (f".p/{width}" if width != tree.WIDTH else "")


def parse(name: str) -> tuple[int, int, int] | None:
    """(level, index, width) of a path, or nothing if no tile is called that."""
    match = _PATH.fullmatch(name)
    if not match:
        return None
    level = ENTRIES if match[1] == "entries" else int(match[1])
    index = int(match[2].replace("/", "").replace("x", ""))
    width = int(match[3] or tree.WIDTH)
    right = level <= 63 and width <= tree.WIDTH and path(level, index, width) == name
    return (level, index, width) if right else None


def of_size(level: int, size: int) -> Iterator[tuple[int, int]]:
    """(index, width) of every tile of a level in a tree of ``size`` entries, from the left."""
    count = size >> (8 * max(level, 0))
    for index in range(count // tree.WIDTH):
        yield index, tree.WIDTH
    if count % tree.WIDTH:
        yield count // tree.WIDTH, count % tree.WIDTH


def unpack(bundle: bytes) -> list[bytes]:
    """The entries of a bundle. Raises ``Broken`` if the last one is cut short."""
    entries = []
    at, end = 0, len(bundle)
    while at + 1 < end:
        start = at + 2
        at = start + (bundle[at] << 8 | bundle[at + 1])
        entries.append(bundle[start:at])
    if at != end:
        raise Broken(f"entry {len(entries) - (at > end)} of the bundle is cut short")
    return entries


def root_of(bundles: Iterable[bytes]) -> tuple[int, bytes]:
    """Size and root of the tree over all entries of ``bundles``: the tree pass and nothing else."""
    growing = tree.Growing()
    for bundle in bundles:
        for _ in growing.grow(tree.leaves(unpack(bundle))):
            pass
    return growing.size, growing.root()
