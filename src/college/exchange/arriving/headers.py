"""The lines above a comment in plain text: who, when, and how deep, in the shapes sites print them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from college.exchange.arriving.lines import Line, is_label
from college.exchange.arriving.moments import LONGEST, Moment, read_moment, split_moment

_MARKED = re.compile(r"(?:(?P<number>\d{1,5})[.)]|(?P<bullet>[•◦▪‣·∙*○●■□–—-]))\s+(?P<rest>\S.*)")
_SAYS = re.compile(
    r"(?P<name>\S.*?),?\s+(?:says|said|writes|wrote|replies|replied|commented|schreibt|schrieb|sagt|dit|dice)"
    r"(?:\s+(?:on|am|at|le))?\s*(?P<colon>:?)",
    re.IGNORECASE,
)
_ON_WROTE = re.compile(
    r"(?:On|Am|Le)\s+(?P<when>.+?),?\s+(?P<name>\S.*?)\s+(?:wrote|said|schrieb|a écrit)\s*:", re.I
)
_ANSWERS = re.compile(
    r"(?P<name>\S.*?)\s+(?:in reply to|replying to|replied to|answers|als Antwort auf"
    r"|en réponse à|[→➜↪▶>⇒])\s+(?P<other>\S.*)",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"\s*[|·•–(#-]?\s*(?:reply|permalink|link|edited|report|share|flag|#\d{0,7}|antworten|répondre)\)?\s*$",
    re.IGNORECASE,
)
#: "I have lived here since" stands above a date and is no name.
_NO_END = frozenset(
    "on at in since from until till before after by of the and to am le depuis".split()
)
_EDGES = " \t,;|·•–—-("


@dataclass(frozen=True, slots=True)
class Header:
    """What announces a comment. ``length`` lines of the file, from line index ``at``."""

    at: int
    length: int
    indent: int
    marker: str
    name: str
    moment: Moment | None
    answers: str = ""
    says: bool = False


def read_header(lines: list[Line], at: int, *, day_first: bool | None) -> Header | None:
    """The header that begins at ``lines[at]``, if one does.

    Shapes: ``1. Name`` or ``• Name`` or ``Name`` or ``Name says:`` above a date; name and date on one
    line; a marker and a date (a comment without a name); ``On DATE, NAME wrote:``.
    """
    line = lines[at]
    if not line.words or len(line.words) > LONGEST:
        return None
    words = _without_trail(line.words)
    marked = _MARKED.fullmatch(words)
    if read_moment(words, day_first=day_first) or not (marked or _begins_block(lines, at)):
        return None
    marker = ("number" if marked["number"] else "bullet") if marked else ""
    rest = marked["rest"] if marked else words

    def header(length: int, name: str, moment: Moment | None) -> Header | None:
        said = _SAYS.fullmatch(name.rstrip(_EDGES))
        name, other = _answering((said["name"] if said else name).strip(_EDGES + ":"))
        if name and not is_name(name):
            return None
        return Header(at, length, line.indent, marker, name, moment, other, bool(said))

    if marked and (moment := read_moment(rest, day_first=day_first)):
        return header(1, "", moment)
    if (wrote := _ON_WROTE.fullmatch(rest)) and (
        moment := read_moment(wrote["when"], day_first=day_first)
    ):
        return header(1, wrote["name"], moment)
    if (split := split_moment(rest.rstrip(" :)"), day_first=day_first)) and split[0]:
        name = split[0].rstrip(_EDGES)
        if not _SAYS.fullmatch(name):
            name = re.sub(r"\s+(?:on|at|am|le)$", "", name)
        return header(1, name, split[1])
    return _over_two_lines(lines, at, rest, header, day_first=day_first)


def _begins_block(lines: list[Line], at: int) -> bool:
    return at == 0 or not lines[at - 1].words or is_label(lines[at - 1].words)


def _over_two_lines(
    lines: list[Line],
    at: int,
    rest: str,
    header: Callable[[int, str, Moment | None], Header | None],
    *,
    day_first: bool | None,
) -> Header | None:
    says = _SAYS.fullmatch(rest)
    # The date stands right below; after "says:" an empty line may come between.
    for ahead in (1, 2):
        if at + ahead >= len(lines) or (ahead == 2 and (lines[at + 1].words or not says)):
            break
        below = lines[at + ahead].words
        below = _without_trail(below) if len(below) <= LONGEST else ""
        if below and (moment := read_moment(below, day_first=day_first)):
            return header(ahead + 1, rest, moment)
    if says and says["colon"]:
        return header(1, rest, None)
    return None


def _without_trail(words: str) -> str:
    for _ in range(4):
        shorter = _TRAIL.sub("", words)
        if shorter == words or not shorter:
            break
        words = shorter
    return words


def _answering(name: str) -> tuple[str, str]:
    found = _ANSWERS.fullmatch(name)
    return (
        (found["name"].strip(_EDGES), found["other"].strip(_EDGES + ":")) if found else (name, "")
    )


def is_name(words: str) -> bool:
    """Whether words can be a pseudonym: short, no sentence, no button of the page."""
    if len(words) > 80 or len(words.split()) > 8 or is_label(words):
        return False
    if words.endswith((".", "!", "?", ":", ";", ",")):
        # "Bess T." and "Jr." are names; "I agree." is not.
        return (
            words.endswith(".")
            and len(words.rsplit(maxsplit=1)[-1]) <= 3
            and len(words.split()) <= 4
        )
    if words.lower().split()[-1] in _NO_END:
        return False
    return not words.lower().startswith(("by ", "posted ", "published ", "updated ", "last "))
