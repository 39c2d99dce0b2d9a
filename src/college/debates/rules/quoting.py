"""Exact words and where they stand: W3C Web Annotation's text-quote and text-position selectors.

Positions count characters (code points) from 0, the end exclusive.
"""

from dataclasses import dataclass
from itertools import takewhile

from college.debates.rules.links import Span
from college.ground.refusals import Refusal

#: Characters kept on either side of the exact words, to find them again.
AROUND = 32


@dataclass(frozen=True, slots=True)
class Selected:
    """Both selectors of the same words."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selected:
    """The words from ``start`` to ``end``; a refusal where there are none."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise Refusal("debates.quotation.bounds", start=start, end=end, length=len(text))
    return Selected(
        exact=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        start=start,
        end=end,
    )


def find(text: str, exact: str, *, prefix: str = "", suffix: str = "") -> Selected:
    """Where somebody's exact words stand in a text, or a refusal.

    Runs of white space are compared as one space, as a page shows them. Where the words stand more
    than once, the place with the most of ``prefix`` and ``suffix`` around it is meant, then the first.
    """
    wanted = " ".join(exact.split())
    if not wanted:
        raise Refusal("debates.quotation.empty")
    flat, places = _flattened(text)
    best, best_score = -1, -1
    at = flat.find(wanted)
    while at >= 0:
        after = at + len(wanted)
        score = _alike_before(flat[max(0, at - 2 * AROUND) : at], prefix)
        score += _alike_after(flat[after : after + 2 * AROUND], suffix)
        if score > best_score:
            best, best_score = at, score
        if not (prefix or suffix):
            break  # nothing can tell one place from another
        at = flat.find(wanted, at + 1)
    if best < 0:
        raise Refusal("debates.quotation.not-exact")
    return select(text, places[best], places[best + len(wanted) - 1] + 1)


def whole(source: str, text: str) -> Span:
    """The span of a whole text without the space around it."""
    start = len(text) - len(text.lstrip())
    return Span(source, start, len(text.rstrip()))


def fits(words: str, most: int) -> bool:
    """Whether words are few enough to be quoted at once: ``most`` words, each of some twelve letters."""
    return 0 < len(words.split()) <= most and len(words) <= most * 12


def quoted(text: str, span: Span, *, most: int) -> Selected:
    """The words of a span; a refusal where there are none, or more than are quoted at once."""
    found = select(text, span.start, span.end)
    check_length(found.exact, most)
    return found


def check_length(exact: str, most: int) -> None:
    """Refuse more words than ``most``, or as many that are longer than words are."""
    if not fits(exact, most):
        raise Refusal("debates.quotation.too-long", words=len(exact.split()), most=most)


def written(span: Span) -> str:
    """A span as an address carries it: ``7h2m9k4qx0c5t,12,80``."""
    return f"{span.source},{span.start},{span.end}"


def read(text: str) -> Span:
    """A span from an address; a refusal when it is none."""
    source, start, end = [*text.split(","), "", ""][:3]
    numbers = all(n.isascii() and n.isdigit() and len(n) < 8 for n in (start, end))
    if not source or not numbers:
        raise Refusal("debates.quotation.not-found")
    return Span(source, int(start), int(end))


def _flattened(text: str) -> tuple[str, list[int]]:
    """The text with every run of white space as one space, and where each character was."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        space = character.isspace()
        if space and (not kept or kept[-1] == " "):
            continue
        kept.append(" " if space else character)
        places.append(place)
    return "".join(kept), places


def _alike_before(before: str, prefix: str) -> int:
    return _run(before.rstrip()[::-1], " ".join(prefix.split())[::-1])


def _alike_after(after: str, suffix: str) -> int:
    return _run(after.lstrip(), " ".join(suffix.split()))


def _run(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)
