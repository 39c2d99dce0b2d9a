"""The plain text of a version, to which the positions of comments refer (spec/summaries.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BETWEEN_STATEMENTS = "\n"
_BETWEEN_SECTIONS = "\n\n"


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` is the whole; ``spans`` gives each statement's id its place: start, and end exclusive, in
    code points."""

    text: str
    spans: Mapping[str, tuple[int, int]]


def plain(sections: Sequence[Sequence[tuple[str, str]]]) -> Plain:
    """``sections``: for each, its statements as (id, words), in order. Sections without any are left out."""
    parts: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    at = 0
    for section in sections:
        between = _BETWEEN_SECTIONS if parts else ""
        for statement, words in section:
            at += len(between)
            parts += [between, words]
            spans[statement] = (at, at + len(words))
            at += len(words)
            between = _BETWEEN_STATEMENTS
    return Plain("".join(parts), spans)
