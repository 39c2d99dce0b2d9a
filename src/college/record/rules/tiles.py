"""Tiles as files (C2SP tlog-tiles): paths, which tiles a growing log writes, bundles of entries."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WIDTH = 256
#: Levels above 63 cannot hold anything; the specification forbids them.
HIGHEST = 63
_PATH = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?"
)


class NotATile(ValueError):
    """The path names no tile, or the bytes are no bundle of that width."""


@dataclass(frozen=True, slots=True)
class TileName:
    """``level`` is ``None`` for a bundle of entries. A width of 256 is a full tile."""

    level: int | None
    number: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        level_fits = self.level is None or 0 <= self.level <= HIGHEST
        if not level_fits or self.number < 0 or not 1 <= self.width <= WIDTH:
            raise NotATile(f"level {self.level}, number {self.number}, width {self.width}")

    @property
    def path(self) -> str:
        """``tile/0/x001/234.p/7``."""
        groups = [f"{self.number % 1000:03d}"]
        rest = self.number // 1000
        while rest:
            groups.append(f"x{rest % 1000:03d}")
            rest //= 1000
        level = "entries" if self.level is None else self.level
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{'/'.join(reversed(groups))}{partial}"


def parse_path(path: str) -> TileName:
    """The tile of a path; every tile has exactly one path."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise NotATile(path)
    level, thousands, units, width = match.groups()
    number = int(thousands.replace("x", "").replace("/", "") + units)
    name = TileName(
        None if level == "entries" else int(level), number, int(width) if width else WIDTH
    )
    if name.path != path or width == str(WIDTH):
        raise NotATile(path)
    return name


def partial_tiles(size: int) -> Iterator[TileName]:
    """The partial tiles of a log of ``size``, bundle included."""
    level = 0
    while count := size >> (8 * level):
        if count % WIDTH:
            yield TileName(level, count // WIDTH, count % WIDTH)
            if level == 0:
                yield TileName(None, count // WIDTH, count % WIDTH)
        level += 1


def full_tiles(old: int, new: int) -> Iterator[TileName]:
    """The tiles, bundles included, that became full between two sizes."""
    level = 0
    while count := new >> (8 * level):
        for number in range((old >> (8 * level)) // WIDTH, count // WIDTH):
            yield TileName(level, number)
            if level == 0:
                yield TileName(None, number)
        level += 1


def written(old: int, new: int) -> Iterator[TileName]:
    """Every tile to write when a log grows: the newly full ones, and the partial ones that changed."""
    yield from full_tiles(old, new)
    before = set(partial_tiles(old))
    yield from (name for name in partial_tiles(new) if name not in before)


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Each entry behind its length as a big-endian 16-bit number."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def decode_bundle(data: bytes, width: int) -> list[bytes]:
    """The entries of a bundle; exactly ``width`` of them and nothing after."""
    entries: list[bytes] = []
    at = 0
    for _ in range(width):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if at + 2 > len(data) or end > len(data):
            raise NotATile(f"the bundle ends within entry {len(entries)}")
        entries.append(data[at + 2 : end])
        at = end
    if at != len(data):
        raise NotATile(f"{len(data) - at} bytes after the last entry")
    return entries
