"""Marked words of a text: where they are, whoever marked them."""

from collections.abc import Iterable


def pieces(words: str, marks: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
    """The text in reading order as (``marked`` or ``plain``, words); marks that overlap become one.

    Positions count characters from 0, the end exclusive; what lies outside of the text is left out.
    """
    marked = [False] * len(words)
    for start, end in marks:
        for place in range(max(0, start), min(end, len(words))):
            marked[place] = True
    found: list[tuple[str, str]] = []
    begin = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or marked[place] != marked[begin]:
            found.append(("marked" if marked[begin] else "plain", words[begin:place]))
            begin = place
    return found
