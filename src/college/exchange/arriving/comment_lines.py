"""The comments of a plain text: each header's lines become a comment, indentation its thread."""

import re
from dataclasses import replace

from college.exchange.arriving.headers import Header
from college.exchange.arriving.lines import Line, blocks_of_lines, is_label, joined
from college.exchange.arriving.section import Section
from college.exchange.arriving.threads import Comment, Gathered, content_key
from college.exchange.arriving.words import check_line, check_text
from college.exchange.unplaced import Leftovers, Reason

_CLOSES = re.compile(
    r"comments (?:are|have been) (?:now )?closed\b.*|leave a (?:reply|comment)\b.*|post navigation"
    r"|you must be logged in\b.*|related (?:posts|articles|stories)\b.*|(?:older|newer) comments\b.*"
    r"|copyright ©.*|© ?\d{4}.*|load more comments|post a comment|die kommentare sind geschlossen.*",
    re.IGNORECASE,
)
#: Right-aligned numbers ("9." above "10.") move a marker by a column without meaning a level.
_SAME_LEVEL = 1


def read_comments(lines: list[Line], section: Section, leftovers: Leftovers) -> Gathered:
    """The comments in the order of the page; what stands between and after them is listed."""
    list_outside(lines[section.first : section.headers[0].at], Reason.BETWEEN_COMMENTS, leftovers)
    base = min(header.indent for header in section.headers)
    gathered = Gathered()
    open_levels: list[tuple[int, str]] = []
    latest: dict[str, str] = {}
    bodies = _bodies(lines, section)
    buttons = _end_in_buttons(bodies)
    for header, body in zip(section.headers, bodies, strict=True):
        last = header is section.headers[-1]
        size = _split_body(body, base, closing=last, buttons=buttons)
        reason = Reason.AFTER_COMMENTS if last else Reason.BETWEEN_COMMENTS
        list_outside(body[size:], reason, leftovers)
        words = _own_words(body[:size], leftovers)
        while open_levels and header.indent <= open_levels[-1][0] + _SAME_LEVEL:
            open_levels.pop()
        parent = open_levels[-1][1] if open_levels else None
        comment = _comment(header, lines[header.at].number, words, parent, leftovers)
        if header.answers and parent is None:
            comment = _answering(comment, header, latest, leftovers)
        open_levels.append((header.indent, comment.key))
        latest[comment.pseudonym.casefold()] = comment.key
        if comment.words:
            gathered.comments.append(comment)
        else:
            leftovers.add(comment.line, f"{header.name} {comment.said}", Reason.EMPTY_COMMENT)
            gathered.left_out[comment.key] = comment.parent
    return gathered


def _bodies(lines: list[Line], section: Section) -> list[list[Line]]:
    ends = [header.at for header in section.headers[1:]] + [len(lines)]
    return [
        lines[header.at + header.length : end]
        for header, end in zip(section.headers, ends, strict=True)
    ]


def _comment(
    header: Header, line: int, words: str, parent: str | None, leftovers: Leftovers
) -> Comment:
    said = header.moment.said if header.moment else ""
    if header.moment and header.moment.problem:
        leftovers.add(line, said, header.moment.problem)
    return Comment(
        key=content_key(header.name, said, words),
        parent=parent,
        pseudonym=check_line(header.name, line=line, field="pseudonym"),
        said=said,
        said_at=header.moment.at if header.moment else None,
        words=check_text(words, line=line),
        line=line,
    )


def _answering(
    comment: Comment, header: Header, latest: dict[str, str], leftovers: Leftovers
) -> Comment:
    parent = latest.get(header.answers.casefold())
    if parent is None:
        leftovers.add(comment.line, f"{header.name} → {header.answers}", Reason.UNKNOWN_PARENT)
        return comment
    return replace(comment, parent=parent)


def _own_words(body: list[Line], leftovers: Leftovers) -> str:
    """A comment's words without the page's buttons above and below them."""
    lines = [line for line in body if line.words]
    labels: list[Line] = []
    while lines and is_label(lines[-1].words):
        labels.append(lines.pop())
    while lines and is_label(lines[0].words):
        labels.append(lines.pop(0))
    for label in labels:
        leftovers.add_label(label.number, label.words)
    if not lines:
        return ""
    inside = [line for line in body if lines[0].number <= line.number <= lines[-1].number]
    return "\n\n".join(joined(block) for block in blocks_of_lines(inside))


def _split_body(body: list[Line], base: int, *, closing: bool, buttons: bool) -> int:
    """How many lines belong to the comment: up to one that stands outside the section.

    That is a line less indented than the section, and below the last comment also a line that
    closes sections, or whatever follows the buttons if comments here end in them.
    """
    after_button = False
    for at, line in enumerate(body):
        if not line.words:
            continue
        if line.indent < base or (closing and _CLOSES.fullmatch(line.words)):
            return at
        if closing and buttons and after_button and not is_label(line.words):
            return at
        after_button = after_button or is_label(line.words)
    return len(body)


def _end_in_buttons(bodies: list[list[Line]]) -> bool:
    ends = [next((line.words for line in reversed(body) if line.words), "") for body in bodies[:-1]]
    return bool(ends) and sum(is_label(end) for end in ends if end) * 2 > len(ends)


def list_outside(lines: list[Line], reason: Reason, leftovers: Leftovers) -> None:
    for block in blocks_of_lines(lines):
        leftovers.add(block[0].number, joined(block), reason)
