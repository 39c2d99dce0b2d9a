"""What changed between two wordings, and between two texts of a section: by words, as people read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: Fewer kept words than this between two changes read worse than one longer change.
_ISLAND = 2


class Change(StrEnum):
    """What became of a run of words, or of a statement."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"  # of statements only
    MOVED = "moved"  # of statements only: the same words at another place


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and share their fate: kept, added or removed."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of either text. ``runs`` make up both wordings of one that was reworded."""

    statement: str
    change: Change
    runs: tuple[Run, ...]


def words(before: str, after: str) -> list[Run]:
    """The runs of two wordings: kept and removed ones make up ``before``, kept and added ones ``after``,
    but for the width of spaces. What gives way stands before what takes its place."""
    old, new = before.split(), after.split()
    runs: list[Run] = []
    for (a, b), (c, d), kept in _blocks(old, new):
        if kept:
            runs.append(Run(Change.KEPT, " ".join(old[a:b])))
            continue
        if a < b:
            runs.append(Run(Change.REMOVED, " ".join(old[a:b])))
        if c < d:
            runs.append(Run(Change.ADDED, " ".join(new[c:d])))
    return runs


def section(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> list[Line]:
    """The statements of two texts of a section, each as (id, words): those of ``after`` in their order, those
    that are gone where they were. A statement is known by its id; without one, by its words."""
    keys = [_key(*one) for one in before], [_key(*one) for one in after]
    old, new = dict(zip(keys[0], before, strict=True)), dict(zip(keys[1], after, strict=True))
    steady = {
        keys[0][n]
        for block in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_matching_blocks()
        for n in range(block.a, block.a + block.size)
    }
    lines: list[Line] = []
    gone = iter([*keys[0], ""])
    for key in keys[1]:
        if key in steady:
            lines += _gone_until(key, gone, old, new)
        lines.append(_line(key, old, new, steady=key in steady))
    return lines + _gone_until("", gone, old, new)


def _key(statement: str, wording: str) -> str:
    return statement or f" {wording}"


def _gone_until(
    key: str, gone: Iterator[str], old: dict[str, tuple[str, str]], new: dict[str, tuple[str, str]]
) -> list[Line]:
    """The statements removed before ``key`` of the older text, which is read on."""
    lines = []
    for one in gone:
        if one == key:
            break
        if one not in new:
            statement, wording = old[one]
            lines.append(Line(statement, Change.REMOVED, (Run(Change.REMOVED, wording),)))
    return lines


def _line(
    key: str,
    old: dict[str, tuple[str, str]],
    new: dict[str, tuple[str, str]],
    *,
    steady: bool,
) -> Line:
    statement, wording = new[key]
    if key not in old:
        return Line(statement, Change.ADDED, (Run(Change.ADDED, wording),))
    if old[key][1] != wording:
        return Line(statement, Change.REWORDED, tuple(words(old[key][1], wording)))
    change = Change.KEPT if steady else Change.MOVED
    return Line(statement, change, (Run(Change.KEPT, wording),))


_Block = tuple[tuple[int, int], tuple[int, int], bool]


def _blocks(old: list[str], new: list[str]) -> list[_Block]:
    """Where the words are equal and where not, islands of few kept words drowned."""
    found: list[_Block] = []
    codes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    for n, (tag, a, b, c, d) in enumerate(codes):
        island = 0 < n < len(codes) - 1 and b - a < _ISLAND
        kept = tag == "equal" and not island
        if found and found[-1][2] is kept:
            (start, _), (first, _), _ = found.pop()
            a, c = start, first
        found.append(((a, b), (c, d), kept))
    return found
