"""The plain text of a version, to which the positions of comments refer (spec/summaries.md)."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
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


def blanked(whole: Plain, closed: Collection[str]) -> str:
    """The text with blanks for the statements ``closed``: places stay, words do not."""
    text = whole.text
    for statement in closed:
        start, end = whole.spans[statement]
        text = text[:start] + " " * (end - start) + text[end:]
    return text


class Sentences:
    """Which statements stand at which places of a plain text."""

    def __init__(self, text: Plain) -> None:
        self.ids = sorted(text.spans, key=lambda statement: text.spans[statement])
        self._spans = [text.spans[statement] for statement in self.ids]
        self._ends = [end for _start, end in self._spans]

    def over(self, start: int, end: int) -> list[str]:
        """The statements that a part of the text touches, in reading order."""
        first = bisect_right(self._ends, start)
        last = first
        while last < len(self._spans) and self._spans[last][0] < end:
            last += 1
        return self.ids[first:last]
