"""The tree pass: every entry to its leaf, every tile at every level, the root, leftover partial tiles."""

from collections.abc import Callable
from dataclasses import dataclass

from college_verify import proofs, tiles, tree
from college_verify.findings import Broken, Findings
from college_verify.notes import Checkpoint
from college_verify.sources import Source, read_ahead

#: Called with the index of the first entry and the entries of each bundle, in order.
Each = Callable[[int, list[bytes]], None]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A bundle with the tile of its hashes; a ``Broken`` in place of what could not be had."""

    bundle: bytes | Broken
    hashes: bytes | Broken


def check_tree(
    source: Source,
    checkpoint: Checkpoint,
    findings: Findings,
    *,
    each: Each = lambda first, entries: None,
    progress: Progress = lambda what, done, total: None,
) -> bool:
    """Recompute the whole tree. False if it had to stop, so that not every entry was seen."""
    growing = tree.Growing()
    wanted = tiles.of_size(tiles.ENTRIES, checkpoint.size)
    for (index, width), got in read_ahead(wanted, _fetcher(source), wide=source.distant):
        entries = _entries(got.bundle, index, width, findings)
        if entries is None:
            first = index * tree.WIDTH
            findings.note("tree", f"From entry {first:,} on, nothing could be checked.")
            return False
        hashes = tree.leaves(entries)
        for level, at, full in growing.grow(hashes):
            has = got.hashes if level == 0 else _tile(source, level, at, tree.WIDTH)
            _compare(source, level, at, findings, must=full, has=has)
        if width < tree.WIDTH:
            _compare(source, 0, index, findings, must=hashes, has=got.hashes)
        _check_bundle_leftovers(source, index, entries, findings)
        each(index * tree.WIDTH, entries)
        progress("entries", growing.size, checkpoint.size)
    for level, at, hashes in growing.edge():
        if level:
            has = _tile(source, level, at, len(hashes))
            _compare(source, level, at, findings, must=hashes, has=has)
    _conclude(growing, checkpoint, findings)
    return True


def _conclude(growing: tree.Growing, checkpoint: Checkpoint, findings: Findings) -> None:
    if growing.root() != checkpoint.root:
        findings.failed("tree", "The root of the published entries is not the one that was signed.")
    else:
        findings.held("tree", f"The {growing.size:,} entries have the root that was signed.")
    if findings.intact("tiles"):
        findings.held("tiles", "Every tile at every level holds the hashes of what lies below it.")
    if findings.intact("leftovers"):
        findings.held("leftovers", "Partial tiles that earlier sizes left agree with the tree.")


def _fetcher(source: Source) -> Callable[[tuple[int, int]], _Fetched]:
    def fetch(place: tuple[int, int]) -> _Fetched:
        index, width = place
        return _Fetched(_bundle(source, index, width), _tile(source, 0, index, width))

    return fetch


def _bundle(source: Source, index: int, width: int) -> bytes | Broken:
    try:
        return bundle(source, index, width)
    except Broken as error:
        return error


def bundle(source: Source, index: int, width: int) -> bytes:
    """A bundle's bytes, of the full one if the partial one is gone. Raises ``Broken``."""
    data = source.read(tiles.path(tiles.ENTRIES, index, width), tiles.LARGEST_BUNDLE)
    if data is None and width != tree.WIDTH:
        data = source.read(tiles.path(tiles.ENTRIES, index), tiles.LARGEST_BUNDLE)
        if data is not None:
            data = b"".join(packed(e) for e in tiles.unpack(data)[:width])
    if data is None:
        raise Broken("it is missing")
    return data


def packed(entry: bytes) -> bytes:
    """An entry as a bundle holds it."""
    return len(entry).to_bytes(2, "big") + entry


def _tile(source: Source, level: int, index: int, width: int) -> bytes | Broken:
    try:
        return proofs.tile(source, level, index, width)
    except Broken as error:
        return error


def _entries(
    data: bytes | Broken, index: int, width: int, findings: Findings
) -> list[bytes] | None:
    place = tiles.path(tiles.ENTRIES, index, width)
    try:
        if isinstance(data, Broken):
            raise data
        entries = tiles.unpack(data)
        if len(entries) != width:
            raise Broken(f"it holds {len(entries)} entries, not {width}")
    except Broken as error:
        findings.failed("tree", f"A bundle of entries cannot be read: {error}.", place)
        return None
    return entries


def _compare(
    source: Source,
    level: int,
    index: int,
    findings: Findings,
    *,
    must: list[bytes],
    has: bytes | Broken,
) -> None:
    """A published tile, and what other sizes left of it, against the hashes it must hold."""
    place = tiles.path(level, index, len(must))
    right = b"".join(must)
    if isinstance(has, Broken):
        findings.failed("tiles", f"A tile cannot be read: {has}.", place)
    elif has != right:
        first = next(i for i, h in enumerate(must) if has[32 * i : 32 * i + 32] != h)
        below = index * tree.WIDTH + first
        of = f"entry {below:,}" if level == 0 else tiles.path(level - 1, below)
        findings.failed("tiles", f"Its hash number {first} is not that of {of}.", place)

    def begins(width: int) -> bytes:
        return right[: 32 * width]

    _check_leftovers(source, (level, index, len(must)), findings, begins)


def _check_bundle_leftovers(
    source: Source, index: int, entries: list[bytes], findings: Findings
) -> None:
    def begins(width: int) -> bytes:
        return b"".join(packed(e) for e in entries[:width])

    _check_leftovers(source, (tiles.ENTRIES, index, len(entries)), findings, begins)


def _check_leftovers(
    source: Source,
    tile: tuple[int, int, int],
    findings: Findings,
    begins: Callable[[int], bytes],
) -> None:
    """What lies beside a tile (level, index, width): earlier sizes must agree, later ones begin alike.

    ``begins`` gives the bytes of the tile's first so many. Only a directory can be asked.
    """
    level, index, width = tile
    whole = tiles.path(level, index)
    try:
        beside = [f"{whole}.p/{name}" for name in source.names(f"{whole}.p") or ()]
        if width < tree.WIDTH and not source.distant:
            beside.append(whole)
        for name in beside:
            parsed = tiles.parse(name)
            data = source.read(name, tiles.LARGEST_BUNDLE) if parsed else None
            if parsed is None or data is None:
                continue
            must = begins(parsed[2])
            if data != must if parsed[2] <= width else not data.startswith(must):
                findings.failed("leftovers", "It does not agree with the tree.", name)
    except Broken as error:
        findings.failed("leftovers", f"It cannot be checked: {error}.", whole)
