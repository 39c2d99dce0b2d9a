"""Plain text as lines and blocks, and the labels of a page that are nobody's words."""

import re
from dataclasses import dataclass

from college.exchange.arriving.words import clean
from college.exchange.limits import LINES
from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal

TAB = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, the columns it is indented by, its words."""

    number: int
    indent: int
    words: str


def lines_of(text: str, leftovers: Leftovers) -> list[Line]:
    """Every line, empty ones too. Hidden marks are taken out and listed.

    Raises Refusal ``exchange.file.too-many-lines``.
    """
    lines = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if (number := text.count("\n")) > LINES:
        raise Refusal("exchange.file.too-many-lines", limit=LINES, found=number)
    for number, raw in enumerate(text.split("\n"), 1):
        words, marks = clean(raw)
        words = words.replace("\n", " ").rstrip()
        if marks:
            leftovers.add(number, f"{marks}: {words.strip()[:100]}", Reason.HIDDEN_MARKS)
        bare = words.lstrip()
        indent = words[: len(words) - len(bare)]
        lines.append(Line(number, len(indent) + (TAB - 1) * indent.count("\t"), bare))
    return lines


def blocks_of_lines(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that are not empty."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.words:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def joined(block: list[Line]) -> str:
    """The words of a block. Lines broken by hand stay; lines broken at a margin run on."""
    lengths = [len(line.words) for line in block]
    if len(block) > 1 and max(lengths) <= 100 and min(lengths[:-1]) >= 50:
        return " ".join(line.words for line in block)
    return "\n".join(line.words for line in block)


_LABEL = re.compile(
    r"(?:log ?in to )?reply(?: to \S.{0,60})?(?: ?[↓→↩])?|leave a (?:reply|comment)|quote|report(?: abuse)?"
    r"|permalink|share(?: this)?:?|(?:\d{1,6} )?(?:up|down)?(?:vote|like)s?(?: ?\d{1,6})?|flag|edit(?:ed)?"
    r"|(?:show|view|hide|load) (?:more |all )?(?:\d{1,5} )?(?:repl(?:y|ies)|comments)|[↑↓▲▼] ?\d{0,5}"
    r"|antworten|répondre|responder|rispondi|melden|signaler|teilen|partager",
    re.IGNORECASE,
)
_LABELS_IN_ROW = re.compile(r"\s*[|·•/]\s*|\s{2,}")


def is_label(words: str) -> bool:
    """Whether a line holds only buttons of a page: ``Reply``, ``Like · Reply · Share``, ``12 likes``."""
    return len(words) <= 80 and all(
        _LABEL.fullmatch(part) for part in _LABELS_IN_ROW.split(words.strip())
    )


def is_stub(words: str) -> bool:
    """Whether words are a label or heading rather than a sentence: short, no full stop."""
    return len(words) <= 80 and not words.rstrip().endswith((".", "!", "?", "…", "”", '"', ")"))
