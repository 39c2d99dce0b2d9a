"""A saved page as a tree, and small questions asked of its elements."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from college.ground.refusals import Refusal

_RESOURCE_LIMIT = "Excessive depth"
_MUST_CLOSE = ("div", "ol", "ul", "article", "section", "main", "table", "blockquote")
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "iframe"})


def parse_page(text: str) -> Any:
    """The root element. Nothing is fetched, no script runs.

    Raises Refusal ``exchange.file.`` ``truncated``, ``nesting-too-deep``, ``no-article``.
    """
    refuse_cut_off(text)
    # A limit on depth of 2,048 comes with huge_tree; beyond it libxml2 would silently leave out.
    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, AssertionError, ValueError) as error:
        raise Refusal("exchange.file.no-article") from error
    for entry in parser.error_log:
        if _RESOURCE_LIMIT in entry.message:
            raise Refusal("exchange.file.nesting-too-deep", line=entry.line, limit=2048)
    return root


def refuse_cut_off(text: str) -> None:
    """A page that ends within a tag, or without ``</html>`` and with open boxes, was cut off."""
    end = text.rstrip()
    line = text.count("\n") + 1
    last = end.rfind("<")
    if re.match(r"</?[a-zA-Z!]|<$", end[last:]) and last >= 0 and ">" not in end[last:]:
        raise Refusal("exchange.file.truncated", line=line)
    lowered = end.lower()
    if "<html" in lowered[:5000] and "</html" not in lowered[-5000:]:
        opened = sum(len(re.findall(rf"<{tag}[\s>]", lowered)) for tag in _MUST_CLOSE)
        closed = sum(lowered.count(f"</{tag}") for tag in _MUST_CLOSE)
        if opened > closed:
            raise Refusal("exchange.file.truncated", line=line)


def classes(element: Any) -> frozenset[str]:
    return frozenset(str(element.get("class", "")).lower().split())


def is_element(node: Any) -> bool:
    return isinstance(node.tag, str)


def within(element: Any, stop: frozenset[Any]) -> Iterator[Any]:
    """The element's descendants in order, without entering any of ``stop`` or hidden elements."""
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if not is_element(node) or node in stop or node.tag in _HIDDEN:
            continue
        yield node
        stack.extend(reversed(node))


def words_of(element: Any) -> str:
    """Its text on one line."""
    parts = [element.text or ""]
    for node in element.iterdescendants():
        if is_element(node) and node.tag not in _HIDDEN:
            parts.append(node.text or "")
        parts.append(node.tail or "")
    return " ".join("".join(parts).split())


def markup_of(element: Any) -> str:
    """Its content as markup, without its own tag's tail."""
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def meta(root: Any, *names: str) -> str:
    """The content of the first ``meta`` with one of these names or properties."""
    wanted: dict[str, str] = {}
    for node in root.iter("meta"):
        key = str(node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        wanted.setdefault(key, str(node.get("content") or "").strip())
    return next((wanted[name] for name in names if wanted.get(name)), "")


def is_modest(root: Any, *, elements: int, levels: int) -> bool:
    """Whether a tree has no more than so many elements and levels."""
    level = number = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        number += event == "start"
        if level > levels or number > elements:
            return False
    return True
