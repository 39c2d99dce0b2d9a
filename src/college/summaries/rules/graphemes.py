"""Whole characters as a reader sees them: a letter with its marks, a flag, a family of faces.

Positions count code points. A boundary is a place where one extended grapheme cluster ends and the next
begins (Unicode Standard Annex 29).
"""

from bisect import bisect_left, bisect_right

import regex

_CLUSTER = regex.compile(r"\X")


class Graphemes:
    """The boundaries of one text, looked for once. Plain ASCII without CR has one at every place."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if not text.isascii() or "\r" in text:
            self._starts = [found.start() for found in _CLUSTER.finditer(text)] + [len(text)]

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span around this one that cuts no character in two."""
        if self._starts is None:
            return start, end
        before = self._starts[bisect_right(self._starts, start) - 1]
        return before, self._starts[bisect_left(self._starts, end)]
