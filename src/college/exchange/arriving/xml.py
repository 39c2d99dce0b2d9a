"""XML read as a stream: no document type, no entities, no network, and little in memory at a time."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from college.exchange.arriving.source import Source
from college.exchange.limits import FILE_BYTES, LIVE_ELEMENTS, TEXT_BYTES
from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal

# What XML 1.0 forbids in any form. WordPress exports do contain such bytes, pasted into comments.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MISC = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE([^\[>]*)(.?)", re.DOTALL | re.IGNORECASE)
_RESOURCE_LIMIT = 114


def elements(
    source: Source,
    *,
    wanted: frozenset[str],
    parents: frozenset[str],
    leftovers: Leftovers,
    begin: float = 0.0,
    end: float = 1.0,
) -> Iterator[tuple[str, Any]]:
    """Each wanted element when it has ended, by its short name (``wp:comment``, ``item``).

    Wanted is what bears one of these names right under one of ``parents``. An element is emptied
    after it was handed out: take from it what you need at once. A wanted element within a wanted
    one (a comment within an item) comes first and is then gone from it.
    Raises Refusal ``exchange.file.`` ``entities``, ``malformed``, ``truncated``,
    ``nesting-too-deep``, ``text-too-long``, ``too-many-elements``.
    """
    refuse_entities(source.head)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    walk = _Walk(wanted, parents)
    line = 1
    for number, piece in enumerate(source.chunks(begin=begin, end=end)):
        text = _DECLARATION.sub("", piece.removeprefix("\ufeff")) if number == 0 else piece
        feed = _without_forbidden(text, line, leftovers)
        line += piece.count("\n")
        if not feed:
            continue
        try:
            parser.feed(feed.encode())
        except etree.XMLSyntaxError as error:
            raise _refusal(error, fallback=line) from error
        yield from walk.through(parser)
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise Refusal("exchange.file.truncated", line=error.position[0] or line) from error
    yield from walk.through(parser)


def refuse_entities(head: str) -> None:
    """Raises Refusal ``exchange.file.entities`` if the document type declares anything."""
    at = 0
    while found := _MISC.match(head, at):
        at = found.end()
    doctype = _DOCTYPE.match(head, at)
    if doctype and doctype[2] != ">":
        raise Refusal("exchange.file.entities", line=head.count("\n", 0, at) + 1)


def short_name(element: Any) -> str:
    """``wp:comment``, ``content:encoded``, ``dc:creator``, or the bare name without a namespace."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    if space.startswith("http://wordpress.org/export/"):
        return ("excerpt:" if "/excerpt" in space else "wp:") + name
    return _PREFIXES.get(space, "") + name


_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://disqus.com": "",
    "http://disqus.com/disqus-internals": "dsq:",
}


def texts(element: Any) -> dict[str, str]:
    """The text of each direct child by short name; of children of one name, the first."""
    found: dict[str, str] = {}
    for child in element:
        found.setdefault(short_name(child), "".join(child.itertext()))
    return found


def line_of(element: Any) -> int:
    return int(element.sourceline or 0)


class _Walk:
    """Goes through finished elements, hands out the wanted ones and empties all it can."""

    def __init__(self, wanted: frozenset[str], parents: frozenset[str]) -> None:
        self.wanted = wanted
        self.parents = parents
        self.live = 0
        self.within = 0

    def through(self, parser: Any) -> Iterator[tuple[str, Any]]:
        for event, element in parser.read_events():
            name = short_name(element)
            wanted = name in self.wanted and self._is_in_place(element)
            if event == "start":
                self._started(element, wanted=wanted)
            elif wanted:
                self.within -= 1
                yield name, element
                self._empty(element)
            elif not self.within and element.getparent() is not None:
                self._empty(element)

    def _is_in_place(self, element: Any) -> bool:
        parent = element.getparent()
        return parent is not None and short_name(parent) in self.parents

    def _started(self, element: Any, *, wanted: bool) -> None:
        self.live += 1
        self.within += wanted
        if self.live > LIVE_ELEMENTS:
            raise Refusal(
                "exchange.file.too-many-elements", line=line_of(element), limit=LIVE_ELEMENTS
            )

    def _empty(self, element: Any) -> None:
        self.live -= sum(1 for _ in element.iter()) - 1
        element.clear()
        # The husk itself goes when its next brother has ended: libxml2 may still be writing its tail.
        before = element.getprevious()
        if before is not None and before.tag == element.tag and not len(before):
            element.getparent().remove(before)
            self.live -= 1


def _without_forbidden(text: str, line: int, leftovers: Leftovers) -> str:
    for found in _FORBIDDEN.finditer(text):
        at = line + text.count("\n", 0, found.start())
        leftovers.add(at, f"U+{ord(found[0]):04X}", Reason.HIDDEN_MARKS)
    return _FORBIDDEN.sub("", text)


def _refusal(error: etree.XMLSyntaxError, *, fallback: int) -> Refusal:
    line, column = error.position
    line = line or fallback
    if error.code == _RESOURCE_LIMIT or "too big" in str(error) or "too long" in str(error):
        if "depth" in str(error):
            return Refusal("exchange.file.nesting-too-deep", line=line, limit=256)
        return Refusal(
            "exchange.file.text-too-long",
            field="text",
            line=line,
            limit=TEXT_BYTES,
            found=FILE_BYTES,
        )
    return Refusal("exchange.file.malformed", line=line, column=column)
