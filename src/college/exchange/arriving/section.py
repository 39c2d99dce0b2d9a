"""Where in a plain text the comment section begins."""

import re
from dataclasses import dataclass

from college.exchange.arriving.headers import Header, read_header
from college.exchange.arriving.lines import Line
from college.exchange.arriving.threads import check_number

_NOUN = (
    r"(?:reader |user )?(?:comments?|responses?|repl(?:y|ies)|thoughts?|remarks?|kommentare?"
    r"|leserkommentare?|commentaires?|comentarios?|commenti|reacties)"
)
_COUNTED = re.compile(
    rf"(?P<count>\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,6}}|no|one|kein\w*|aucun)\s+{_NOUN}"
    r"(?:\s+(?:for|on|to|about|zu|sur|a|en|su)\b\s*(?P<about>.*))?\s*[:↓▼]?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:{_NOUN}|discussion|join the conversation)\s*(?:[(:\[]?\s*(?P<count>\d{{1,6}})\s*[)\]]?)?\s*:?",
    re.IGNORECASE,
)
#: A paragraph at least this long is article, not furniture.
LONG = 80
_HEADINGS = 25


@dataclass(frozen=True, slots=True)
class Section:
    """The comment section: index of its heading (or of the first comment), and what it announces."""

    at: int
    first: int
    announced: int | None
    about: str
    headers: tuple[Header, ...]


def find_section(lines: list[Line], *, day_first: bool | None) -> Section | None:
    """The section, or ``None`` where the text holds an article only.

    Below some text of an article, a heading that announces as many comments as follow it is taken
    before all others; without any heading, the first of two or more comments begins the section.
    """
    found = [
        header
        for at in range(len(lines))
        if lines[at].words and (header := read_header(lines, at, day_first=day_first))
    ]
    check_number(len(found) // 2)
    places = [at for at in range(len(lines)) if _match_heading(lines[at].words)]
    # More headings than a page has are somebody's mischief: the outermost are looked at.
    places = places if len(places) <= 2 * _HEADINGS else places[:_HEADINGS] + places[-_HEADINGS:]
    headings = [_heading(lines, at, found) for at in places]
    body_from = _body_from(lines)
    filled = [section for section in headings if section.headers]
    exact = [section for section in filled if section.announced == len(section.headers)]
    below = [section for section in filled if section.at > body_from]
    best = [section for section in below if section in exact]
    if candidates := best[:1] or below[:1] or exact[-1:] or filled[:1]:
        return candidates[0]
    for section in headings:
        if section.at > body_from and not _is_long_after(lines, section.first):
            return section
    return _without_heading(lines, found, body_from)


def _match_heading(words: str) -> re.Match[str] | None:
    if not words or len(words) > 300:
        return None
    return _COUNTED.fullmatch(words) or _NAMED.fullmatch(words)


def announced_in(words: str) -> int | None:
    """The number of comments a heading announces: 21 of "21 comments for …"."""
    match = _match_heading(words)
    return _number(match["count"]) if match else None


def _heading(lines: list[Line], at: int, found: list[Header]) -> Section:
    words = lines[at].words
    counted = _COUNTED.fullmatch(words)
    about = (counted["about"] or "") if counted else ""
    headers = consistent([header for header in found if header.at > at])
    return Section(at, at + 1, announced_in(words), about.strip(" “”\"'‘’«»„"), headers)


def _number(written: str | None) -> int | None:
    if not written:
        return None
    digits = re.sub(r"[.,]", "", written)
    if digits.isdigit():
        return int(digits)
    return 1 if digits.lower() == "one" else 0


def _without_heading(lines: list[Line], found: list[Header], body_from: int) -> Section | None:
    headers = consistent([header for header in found if header.at > body_from and header.moment])
    says = [header for header in headers if header.length > 1 or header.marker]
    if len(headers) < 2 or not says:
        return None
    return Section(headers[0].at, headers[0].at, None, "", headers)


def consistent(headers: list[Header]) -> tuple[Header, ...]:
    """Headers in the manner of the first: marked, with "says", over two lines; dated if any is.

    A line in a comment that merely looks like a header in another manner stays the comment's.
    """
    if any(header.moment for header in headers):
        headers = [header for header in headers if header.moment]
    if headers and headers[0].marker:
        headers = [header for header in headers if header.marker]
    elif headers and headers[0].says:
        headers = [header for header in headers if header.says]
    elif headers and headers[0].length > 1:
        headers = [header for header in headers if header.length > 1 or header.marker]
    return tuple(headers)


def _body_from(lines: list[Line]) -> int:
    return next((at for at, line in enumerate(lines) if len(line.words) >= LONG), len(lines))


def _is_long_after(lines: list[Line], at: int) -> bool:
    return any(len(line.words) >= 2 * LONG for line in lines[at:])
