"""What changed between two wordings, word by word."""

import re
from difflib import SequenceMatcher
from itertools import chain

from django import template

register = template.Library()

#: Comparing takes time with the square of the length: longer texts are shown whole, unmarked.
MOST_PIECES = 4000
_PIECES = re.compile(r"\s+|\S+")


@register.simple_tag
def wording_changes(before: str, after: str) -> list[tuple[str, str]]:
    """Pairs of kind and words in reading order. Kinds: ``kept``, ``removed``, ``added``."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(old), len(new)) > MOST_PIECES:
        return [("removed", before), ("added", after)]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return list(chain.from_iterable(_pieces(step, old, new) for step in steps))


def _pieces(
    step: tuple[str, int, int, int, int], old: list[str], new: list[str]
) -> list[tuple[str, str]]:
    what, i, j, k, m = step
    if what == "equal":
        return [("kept", "".join(old[i:j]))]
    changed = [("removed", "".join(old[i:j])), ("added", "".join(new[k:m]))]
    return [(kind, words) for kind, words in changed if words]
