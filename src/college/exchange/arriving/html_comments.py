"""The comments of a saved page: WordPress's lists, schema.org's marks, and plainly named boxes."""

import re
from typing import Any

from lxml import etree

from college.exchange.arriving.html_tree import classes, is_element, markup_of, within, words_of
from college.exchange.arriving.markup import paragraphs
from college.exchange.arriving.moments import Moment, read_moment, split_moment
from college.exchange.arriving.threads import Comment, Gathered, content_key
from college.exchange.arriving.words import check_line, check_text, kept, one_line
from college.exchange.unplaced import Leftovers, Reason

_BOXES = frozenset({"li", "div", "article", "section"})
_ID = re.compile(r"(?:li-|div-)?comment-(\d{1,20})", re.IGNORECASE)
_DEPTH = re.compile(r"(?:depth|level)-(\d{1,4})")
_NAMES = (
    "fn",
    "comment-author-name",
    "comment__author",
    "comment-author",
    "author",
    "username",
    "user-name",
)
_DATES = ("comment-date", "comment-time", "comment__date", "comment-metadata", "comment-meta",
          "commentmetadata", "date", "time", "timestamp")  # fmt: skip
_BODIES = ("comment-content", "comment-text", "comment__content", "comment__body", "comment-message",
           "comment_content", "comment-copy")  # fmt: skip
_FURNITURE = frozenset(
    "reply comment-reply-link says comment-edit-link edit-link comment-author comment-meta "
    "commentmetadata comment-metadata comment-actions comment-footer vote votes".split()
)
_SAYS = re.compile(r"\s*\b(?:says|said|schreibt|sagt|dit|dice)\s*:?\s*$", re.IGNORECASE)


def find_comments(root: Any) -> list[Any]:
    """The elements that are one comment each, in the order of the page; from the surest kind found."""
    nodes = [node for node in root.iter() if is_element(node)]
    kinds = (
        [n for n in nodes if n.tag == "li" and classes(n) & {"comment", "pingback", "trackback"}],
        [n for n in nodes if _is_schema_comment(n)],
        [n for n in nodes if n.tag in _BOXES and _ID.fullmatch(str(n.get("id", "")))],
        [
            n
            for n in nodes
            if n.tag in _BOXES and classes(n) & {"comment", "comment-item", "comment__item"}
        ],
    )
    return next((kind for kind in kinds if kind), [])


def _is_schema_comment(node: Any) -> bool:
    kind = str(node.get("itemtype", ""))
    return node.get("itemprop") == "comment" or kind.endswith(
        ("schema.org/Comment", "/UserComments")
    )


def read_comments(found: list[Any], leftovers: Leftovers, *, day_first: bool | None) -> Gathered:
    """Comments with their threads: from nesting, from ``depth-n``, or from a parent's id."""
    gathered = Gathered()
    others = frozenset(found)
    keys: dict[Any, str] = {}
    levels: list[tuple[int, str]] = []
    for element in found:
        parent = _parent(element, keys, levels)
        comment = _comment(element, parent, others, leftovers, day_first)
        keys[element] = comment.key
        if depth := _depth(element):
            del levels[max(0, depth - 1) :]
            levels.append((depth, comment.key))
        reason = _why_left_out(element, comment)
        if reason is None:
            gathered.comments.append(comment)
        else:
            leftovers.add(
                comment.line, f"{comment.pseudonym}: {comment.words[:200]}".strip(": "), reason
            )
            gathered.left_out[comment.key] = comment.parent
    return gathered


def _why_left_out(element: Any, comment: Comment) -> Reason | None:
    if classes(element) & {"pingback", "trackback"}:
        return Reason.PINGBACK
    return None if comment.words else Reason.EMPTY_COMMENT


def _parent(element: Any, keys: dict[Any, str], levels: list[tuple[int, str]]) -> str | None:
    for above in element.iterancestors():
        if above in keys:
            return keys[above]
    for name in ("data-parent", "data-parent-id", "data-parentid"):
        number = str(element.get(name) or "0").rpartition("-")[2].strip()[:40]
        if number not in ("", "0"):
            return f"wp-{number}"
    depth = _depth(element)
    shallower = [key for level, key in levels if depth and level < depth]
    return shallower[-1] if shallower else None


def _depth(element: Any) -> int:
    found = (_DEPTH.fullmatch(name) for name in classes(element))
    return next((int(match[1]) for match in found if match), 0)


def _comment(
    element: Any,
    parent: str | None,
    others: frozenset[Any],
    leftovers: Leftovers,
    day_first: bool | None,
) -> Comment:
    line = int(element.sourceline or 0)
    own = list(within(element, others))
    name = _SAYS.sub("", _name(own))
    moment = _moment(own, day_first)
    if moment.problem:
        leftovers.add(line, moment.said, moment.problem)
    raw = check_text(_body(element, own, others), line=line)
    words = paragraphs(kept(raw, line=line, leftovers=leftovers), line=line, leftovers=leftovers)
    pseudonym = one_line(name, line=line, leftovers=leftovers)
    said = one_line(moment.said, line=line, leftovers=leftovers)
    number = _number(element, own)
    return Comment(
        key=f"wp-{number}" if number else content_key(pseudonym, said, words),
        parent=parent,
        pseudonym=check_line(pseudonym, line=line, field="pseudonym"),
        said=check_line(said, line=line, field="date"),
        said_at=moment.at,
        words=words,
        line=line,
    )


def _number(element: Any, own: list[Any]) -> str:
    for node in (element, *own):
        for name in ("id", "data-comment-id", "data-id"):
            value = str(node.get(name) or "").strip()
            if found := _ID.fullmatch(value):
                return found[1]
            if name != "id" and value and node is element:
                return value[:40]
    return ""


def _name(own: list[Any]) -> str:
    for node in own:
        if node.get("itemprop") in ("author", "creator"):
            named = next((n for n in node.iterdescendants() if n.get("itemprop") == "name"), node)
            return words_of(named) or str(named.get("content") or "")
    for wanted in _NAMES:
        for node in own:
            if wanted in classes(node):
                return words_of(node)
    return next((words_of(node) for node in own if node.tag == "cite"), "")


def _moment(own: list[Any], day_first: bool | None) -> Moment:
    for node in own:
        exact = node.get("datetime") if node.tag == "time" else None
        if exact is None and node.get("itemprop") in (
            "datePublished",
            "dateCreated",
            "commentTime",
        ):
            exact = node.get("datetime") or node.get("content") or ""
        if exact is not None or node.tag == "time":
            said = words_of(node) or str(exact)
            read = _read(str(exact or said), day_first) or _read(said, day_first)
            return _said(said, read)
    for wanted in _DATES:
        for node in (node for node in own if wanted in classes(node)):
            said = words_of(node)
            read = _read(str(node.get("title") or ""), day_first) or _read(said, day_first)
            if read:
                return Moment(said if 0 < len(said) <= 80 else read.said, read.at, read.problem)
    return Moment("", None)


def _said(said: str, read: Moment | None) -> Moment:
    if read is None:
        return Moment(said, None, Reason.NO_SUCH_DATE if said else None)
    return Moment(said, read.at, read.problem)


def _read(text: str, day_first: bool | None) -> Moment | None:
    if moment := read_moment(text, day_first=day_first):
        return moment
    split = split_moment(
        re.sub(r"\s*\(?(?:edit|reply|permalink)\)?\s*$", "", text, flags=re.I), day_first=day_first
    )
    return split[1] if split else None


def _body(element: Any, own: list[Any], others: frozenset[Any]) -> str:
    """The markup of the comment's text: the box named for it, else all that is not furniture."""
    for node in own:
        if node.get("itemprop") in ("text", "commentText", "description"):
            return markup_of(node)
    for wanted in _BODIES:
        for node in own:
            if wanted in classes(node):
                return markup_of(node)
    body = next((node for node in own if "comment-body" in classes(node)), element)
    return "".join(_plain_parts(body, others))


def _plain_parts(body: Any, others: frozenset[Any]) -> list[str]:
    parts: list[str] = []
    stack: list[Any] = [body]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node is body or (is_element(node) and _is_box(node, others)):
            parts.append("<p>" + _escaped(node.text))
            stack.append("<p>" + (_escaped(node.tail) if node is not body else ""))
            stack.extend(reversed(node))
        else:
            if is_element(node) and node not in others and not _is_furniture(node):
                parts.append(markup_of(node))
            parts.append(_escaped(node.tail))
    return parts


def _is_box(node: Any, others: frozenset[Any]) -> bool:
    if node in others or _is_furniture(node):
        return False
    if node.tag in ("ul", "ol"):
        return any(child in others for child in node)
    return node.tag in ("div", "section", "article")


def _is_furniture(node: Any) -> bool:
    named = classes(node) & _FURNITURE or node.get("itemprop") in (
        "author",
        "creator",
        "datePublished",
    )
    return bool(named) or node.tag in ("cite", "time", "footer", "header", "button", "form", "nav")


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")


def taken_out(found: list[Any]) -> None:
    """Takes the comments out of the tree, so that they are not mistaken for the article."""
    for element in found:
        above = element.getparent()
        if above is not None:
            husk = etree.Element("span")
            husk.tail = element.tail
            above.replace(element, husk)
