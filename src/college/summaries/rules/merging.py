"""Two people reworded the same sentence at once: both wordings become one, by words, where they can."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """The words from ``start`` to ``end`` (exclusive) of the base give way to ``words``."""

    start: int
    end: int
    words: tuple[str, ...]


def merge(base: str, one: str, other: str) -> str | None:
    """What both make of ``base``, or ``None`` where they changed words that touch: people decide then.

    The order of the two does not matter. Every word that either wrote anew is in the result.
    """
    if other in {one, base}:
        return one
    if one == base:
        return other
    words = base.split()
    ones, others = _edits(words, one.split()), _edits(words, other.split())
    both = sorted({*ones, *others})
    for mine, theirs in product(ones, others):
        if mine != theirs and mine.start <= theirs.end and theirs.start <= mine.end:
            return None
    return " ".join(_applied(words, both))


def _edits(base: Sequence[str], after: Sequence[str]) -> list[_Edit]:
    codes = SequenceMatcher(a=base, b=after, autojunk=False).get_opcodes()
    return [_Edit(a, b, tuple(after[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _applied(base: Sequence[str], edits: Sequence[_Edit]) -> list[str]:
    found: list[str] = []
    at = 0
    for edit in edits:
        found += [*base[at : edit.start], *edit.words]
        at = edit.end
    return found + list(base[at:])
