"""Which texts may say the same: by the words they share. A hint for people, who decide."""

import re

#: Of all different words of two texts, so many per cent in common: shown to the moderators.
ALIKE = 50
_WORD = re.compile(r"\w+")
#: Shorter words say little about what is asserted.
_LEAST = 4


def likeness(one: str, other: str) -> int:
    """Per cent of their different words that two texts share (Jaccard index of word sets)."""
    first, second = _words(one), _words(other)
    both = first | second
    return 100 * len(first & second) // len(both) if both else 0


def are_alike(one: str, other: str) -> bool:
    return likeness(one, other) >= ALIKE


def _words(text: str) -> set[str]:
    found = {word.casefold() for word in _WORD.findall(text)}
    return {word for word in found if len(word) >= _LEAST}
