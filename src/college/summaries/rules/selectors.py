"""Exact words of a version and where they stand: W3C Web Annotation's text-quote and text-position selectors.

Positions count code points of the version's plain text (``rules.plain``) from 0, the end exclusive.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from college.ground.prose import clean
from college.ground.refusals import Refusal
from college.summaries.rules.graphemes import Graphemes
from college.summaries.rules.plain import Plain

#: Characters kept on either side of the exact words, to find them again.
AROUND = 32
#: Characters: more than this is no longer a place in a text.
MOST_EXACT = 2_000


@dataclass(frozen=True, slots=True)
class Selector:
    """Both selectors of the same words."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selector:
    """The words from ``start`` to ``end`` without the space around them, widened to whole characters.

    Refused: places outside the text, nothing but space, and more than ``MOST_EXACT`` characters.
    """
    if not 0 <= start < end <= len(text):
        raise Refusal("summaries.selector.bounds", start=start, end=end, length=len(text))
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start >= end:
        raise Refusal("summaries.selector.empty")
    start, end = _widened(text, start, end)
    if end - start > MOST_EXACT:
        raise Refusal("summaries.selector.too-long", length=end - start, most=MOST_EXACT)
    return at(text, start, end)


def at(text: str, start: int, end: int) -> Selector:
    """Both selectors of a place that was chosen before; nothing is looked at."""
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        start=start,
        end=end,
    )


def check_open(chosen: Selector, plain: Plain, closed: Collection[str]) -> None:
    """Refuse words of statements that are withheld or erased, ``closed`` by their ids."""
    for statement in closed:
        start, end = plain.spans[statement]
        if chosen.start < end and chosen.end > start:
            raise Refusal("summaries.selector.closed")


def find(
    text: str,
    exact: str,
    *,
    prefix: str = "",
    suffix: str = "",
    within: tuple[int, int] | None = None,
    near: int | None = None,
) -> Selector:
    """Where somebody's exact words stand in ``text`` (or in the part ``within``), or a refusal.

    Runs of white space are compared as one space, as a page shows them. Where the words stand more than
    once, the place with the most of ``prefix`` and ``suffix`` around it is meant, then the one next to
    ``near``; where neither tells them apart, they are refused: nobody guesses what was meant.
    """
    wanted = " ".join(clean(exact).split())
    if not wanted:
        raise Refusal("summaries.selector.empty")
    if len(wanted) > MOST_EXACT:
        raise Refusal("summaries.selector.too-long", length=len(wanted), most=MOST_EXACT)
    flat, places = _flattened(text, *(within or (0, len(text))))
    found = _found(flat, wanted)
    if not found:
        raise Refusal("summaries.selector.not-exact")
    kept = _most_alike(flat, wanted, found, prefix, suffix)
    if len(kept) > 1 and near is not None:
        kept = [min(kept, key=lambda at: (abs(places[at] - near), at))]
    if len(kept) > 1:
        raise Refusal("summaries.selector.which", times=len(kept))
    first = kept[0]
    return select(text, places[first], places[first + len(wanted) - 1] + 1)


def from_units(text: str, unit: int) -> int:
    """The code point at which a browser's offset stands: browsers count UTF-16 units.

    Refused: an offset outside the text, or inside a character that takes two units.
    """
    if unit < 0:
        raise Refusal("summaries.selector.bounds", start=unit, end=unit, length=len(text))
    seen, at = 0, 0
    while seen < unit and at < len(text):
        seen += 2 if ord(text[at]) > 0xFFFF else 1
        at += 1
    if seen != unit:
        raise Refusal("summaries.selector.bounds", start=unit, end=unit, length=len(text))
    return at


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """To whole characters, of which none goes beyond a line: only the lines of the words are looked at."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    start, end = Graphemes(line).widened(start - first, end - first)
    return start + first, end + first


def _found(flat: str, wanted: str) -> list[int]:
    found, at = [], flat.find(wanted)
    while at >= 0:
        found.append(at)
        at = flat.find(wanted, at + 1)
    return found


def _most_alike(flat: str, wanted: str, found: list[int], prefix: str, suffix: str) -> list[int]:
    """The places whose surroundings have most in common with what was given; all, where none was."""
    before = " ".join(clean(prefix).split())[::-1]
    after = " ".join(clean(suffix).split())

    def alike(at: int) -> int:
        left = flat[max(0, at - 2 * AROUND) : at].rstrip()[::-1]
        end = at + len(wanted)
        return _run(left, before) + _run(flat[end : end + 2 * AROUND].lstrip(), after)

    scores = [alike(at) for at in found]
    best = max(scores)
    return [at for at, score in zip(found, scores, strict=True) if score == best]


def _flattened(text: str, first: int, last: int) -> tuple[str, list[int]]:
    """A part of a text with every run of white space as one space, and where each character was."""
    kept: list[str] = []
    places: list[int] = []
    for place in range(first, last):
        space = text[place].isspace()
        if space and (not kept or kept[-1] == " "):
            continue
        kept.append(" " if space else text[place])
        places.append(place)
    return "".join(kept), places


def _run(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)
