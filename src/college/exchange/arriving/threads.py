"""Comments in any order become remarks in reading order: parents first, no circles, no lost reply."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from college.debates.rules.briefs import ArrivingRemark
from college.exchange.limits import LEVELS, REMARKS
from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as found, before threads are put in order. ``parent`` may name a key not in the file."""

    key: str
    parent: str | None
    pseudonym: str
    said: str
    said_at: datetime | None
    words: str
    line: int
    address: str = ""


@dataclass(slots=True)
class Gathered:
    """Comments to keep, and the parents of those left out: their answers move up to the next kept."""

    comments: list[Comment] = field(default_factory=list)
    left_out: dict[str, str | None] = field(default_factory=dict)


def content_key(*parts: str) -> str:
    """A key for a comment without an id: the same in every reading of the same words."""
    joined = "\x1f".join(("remark/1", *parts))
    return "c-" + hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:24]


def arrange(gathered: Gathered, leftovers: Leftovers) -> tuple[ArrivingRemark, ...]:
    """Remarks in reading order, each after the one it answers; siblings in the order of the file.

    Raises Refusal ``exchange.file.too-many-remarks``.
    """
    check_number(len(gathered.comments))
    comments = _without_duplicates(gathered.comments, leftovers)
    parents = _known_parents(comments, gathered.left_out, leftovers)
    _break_loops(comments, parents, leftovers)
    return tuple(_in_reading_order(comments, parents, leftovers))


def check_number(found: int) -> None:
    if found > REMARKS:
        raise Refusal("exchange.file.too-many-remarks", limit=REMARKS, found=found)


def _without_duplicates(found: list[Comment], leftovers: Leftovers) -> dict[str, Comment]:
    comments: dict[str, Comment] = {}
    for comment in found:
        key = comment.key
        if key in comments and not _alike(comments[key], comment):
            # The second keeps its words under a key made of them, so that a second reading agrees.
            key = f"{key}-{content_key(comment.pseudonym, comment.said, comment.words)[2:10]}"
            leftovers.add(comment.line, _label(comment), Reason.DUPLICATE_ID)
        if key in comments:
            leftovers.add(comment.line, _label(comment), Reason.REPEATED)
        else:
            comments[key] = replace(comment, key=key)
    return comments


def _alike(one: Comment, other: Comment) -> bool:
    return replace(one, line=0) == replace(other, line=0)


def _known_parents(
    comments: dict[str, Comment], left_out: dict[str, str | None], leftovers: Leftovers
) -> dict[str, str | None]:
    parents: dict[str, str | None] = {}
    for key, comment in comments.items():
        parent = _next_kept(comment.parent, comments, left_out)
        if parent != comment.parent:
            leftovers.add(comment.line, _label(comment), Reason.UNKNOWN_PARENT)
        parents[key] = parent
    return parents


def _next_kept(
    parent: str | None, comments: dict[str, Comment], left_out: dict[str, str | None]
) -> str | None:
    passed: list[str] = []
    while parent is not None and parent not in comments:
        passed.append(parent)
        # Taken out while it is followed, so that a circle of left-out comments ends.
        parent = left_out.pop(parent, None)
    for key in passed:
        left_out[key] = parent
    return parent


def _break_loops(
    comments: dict[str, Comment], parents: dict[str, str | None], leftovers: Leftovers
) -> None:
    settled: set[str] = set()
    for start in comments:
        path: dict[str, None] = {}
        key: str | None = start
        while key is not None and key not in settled and key not in path:
            path[key] = None
            key = parents[key]
        if key is not None and key in path:
            parents[key] = None
            leftovers.add(comments[key].line, _label(comments[key]), Reason.REPLY_LOOP)
        settled.update(path)


def _in_reading_order(
    comments: dict[str, Comment], parents: dict[str, str | None], leftovers: Leftovers
) -> list[ArrivingRemark]:
    children: dict[str | None, list[str]] = {}
    for key, parent in parents.items():
        children.setdefault(parent, []).append(key)
    remarks: list[ArrivingRemark] = []
    # (key, parent to bear, level): a stack, because threads may be deeper than the interpreter's own.
    stack: list[tuple[str, str | None, int]] = [
        (key, None, 1) for key in reversed(children.get(None, []))
    ]
    while stack:
        key, parent, level = stack.pop()
        comment = comments[key]
        if level == LEVELS + 1:
            leftovers.add(comment.line, _label(comment), Reason.TOO_DEEP)
        remarks.append(_remark(comment, parent))
        # Below the last level every reply answers the deepest remark that may have answers.
        beneath = key if level < LEVELS else parent
        stack += [(child, beneath, level + 1) for child in reversed(children.get(key, []))]
    return remarks


def _remark(comment: Comment, parent: str | None) -> ArrivingRemark:
    return ArrivingRemark(
        key=comment.key,
        parent=parent,
        pseudonym=comment.pseudonym,
        said=comment.said,
        said_at=comment.said_at,
        words=comment.words,
        address=comment.address,
    )


def _label(comment: Comment) -> str:
    return f"{comment.pseudonym} · {comment.said} · {comment.words[:200]}".strip(" ·")
