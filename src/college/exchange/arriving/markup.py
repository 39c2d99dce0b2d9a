"""HTML fragments turned into plain paragraphs. Nothing is executed, fetched, or kept as markup."""

import html
import re
from dataclasses import dataclass, field

from lxml import etree

from college.exchange.arriving.words import clean
from college.exchange.unplaced import Leftovers, Reason

_DROPPED = frozenset(
    "script style iframe object embed applet noscript template svg math form button input select "
    "textarea audio video canvas title frame frameset link meta base".split()
)
_BLOCKS = frozenset(
    "p div ul ol li dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table tr td th figure figcaption "
    "section article header footer aside main address hr details summary center body html".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARKUP = re.compile(r"[<&]")


@dataclass(slots=True)
class Block:
    """One paragraph: ``kind`` is p, heading, item, caption, quote or pre."""

    kind: str
    words: str


@dataclass(slots=True)
class _Collector:
    """A parser's target: takes tags and text as they come, so deep nesting costs nothing."""

    keep_lines: bool
    links: bool
    blocks: list[Block] = field(default_factory=list)
    dropped: list[tuple[Reason, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _skipping: list[str] = field(default_factory=list)
    _skipped: list[str] = field(default_factory=list)
    _anchors: list[tuple[str, int]] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping.append(tag)
        elif tag in _DROPPED:
            self._skipping.append(tag)
            self._skipped = [f"<{tag}> {attributes.get('src', '')}".strip()]
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "a":
            self._anchors.append((attributes.get("href", "").strip(), len(self._parts)))
        elif tag in _BLOCKS:
            self._flush()
            self._open.append(tag)
        for name in attributes:
            if name.lower().startswith("on"):
                self.dropped.append((Reason.ACTIVE_CONTENT, f"{name}={attributes[name][:200]}"))

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping.pop()
            if not self._skipping:
                self._drop()
        elif tag == "a" and self._anchors:
            self._end_link(*self._anchors.pop())
        elif tag in _BLOCKS:
            self._flush()
            if tag in self._open:
                while self._open.pop() != tag:
                    pass

    def data(self, text: str) -> None:
        if self._skipping:
            if sum(map(len, self._skipped)) < 300:
                self._skipped.append(text[:300])
        elif self._open and "pre" in self._open:
            self._parts.append(text)
        elif not self.keep_lines:
            self._parts.append(_SPACES.sub(" ", text))
        else:
            # WordPress's own rule for its stored text: an empty line parts paragraphs.
            first, *others = re.split(r"\n[ \t]*\n\s*", text)
            self._parts.append(first)
            for other in others:
                self._flush()
                self._parts.append(other)

    def close(self) -> list[Block]:
        if self._skipping:
            self._drop()
        self._flush()
        return self.blocks

    def _drop(self) -> None:
        self.dropped.append((Reason.ACTIVE_CONTENT, " ".join(self._skipped).strip()))
        self._skipping, self._skipped = [], []

    def _end_link(self, href: str, at: int) -> None:
        scheme = re.sub(r"[\x00-\x20]", "", href).partition(":")[0].lower() if ":" in href else ""
        if scheme in ("http", "https"):
            shown = "".join(self._parts[at:]).strip() if at <= len(self._parts) else ""
            bare = shown.rstrip("….").strip()
            if not shown or (len(bare) > 3 and " " not in bare and bare in href):
                self._parts[at:] = [href]
            elif self.links and href not in shown:
                self._parts.append(f" ({href})")
        elif scheme not in ("", "mailto", "tel"):
            self.dropped.append((Reason.LINK_DROPPED, href[:200]))

    def _flush(self) -> None:
        words = "\n".join(line.strip(" \t") for line in "".join(self._parts).split("\n"))
        words = re.sub(r"\n{2,}", "\n", words).strip()
        if not self.keep_lines and "pre" not in self._open:
            words = re.sub(" {2,}", " ", words)
        self._parts = []
        # A link that spans paragraphs loses its place among the parts; only its words remain.
        self._anchors = [(href, 0) for href, _ in self._anchors]
        if words:
            self.blocks.append(Block(self._kind(), words))

    def _kind(self) -> str:
        for tag in reversed(self._open):
            if tag in _HEADINGS:
                return "heading"
            if tag in ("li", "dt", "dd"):
                return "item"
            if tag in ("figcaption", "pre"):
                return "caption" if tag == "figcaption" else tag
            if tag == "blockquote":
                return "quote"
        return "p"


def blocks_of(
    markup: str, *, line: int, leftovers: Leftovers, keep_lines: bool = False, links: bool = True
) -> list[Block]:
    """The paragraphs of an HTML fragment; what was dropped from it is listed.

    ``keep_lines``: line ends are meant (WordPress). ``links``: web addresses are kept as text.
    """
    collector = _Collector(keep_lines, links)
    try:
        parser = etree.HTMLParser(target=collector, no_network=True, remove_comments=True)
        parser.feed(markup)
        parser.close()
    except (etree.LxmlError, AssertionError):
        # libxml2 finds nothing to parse in some fragments: then every character is plain text.
        collector = _Collector(keep_lines, links)
        collector.data(html.unescape(markup))
        collector.close()
    for reason, words in collector.dropped:
        leftovers.add(line, clean(words)[0], reason)
    return collector.blocks


def paragraphs(markup: str, *, line: int, leftovers: Leftovers, keep_lines: bool = False) -> str:
    """A comment's body as plain paragraphs, an empty line between them; ``>`` quotes, ``-`` lists."""
    if keep_lines and not _MARKUP.search(markup):
        return re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"\n[ \t]*\n\s*", "\n\n", markup)).strip()
    pieces: list[str] = []
    before = ""
    for block in blocks_of(markup, line=line, leftovers=leftovers, keep_lines=keep_lines):
        words = block.words
        if block.kind == "item":
            words = "- " + words.replace("\n", "\n  ")
        elif block.kind == "quote":
            words = "> " + words.replace("\n", "\n> ")
        if pieces:
            pieces.append("\n" if before == block.kind == "item" else "\n\n")
        pieces.append(words)
        before = block.kind
    return "".join(pieces)
