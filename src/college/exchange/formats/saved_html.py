"""A page saved as HTML: the article by an extraction library, the comments by their marks."""

import re
from dataclasses import replace
from typing import Any

import trafilatura
from lxml import etree

from college.debates.rules.briefs import ArrivingBrief, PassageKind
from college.exchange.arriving.html_comments import find_comments, read_comments, taken_out
from college.exchange.arriving.html_tree import (
    classes,
    is_element,
    is_modest,
    meta,
    parse_page,
    words_of,
)
from college.exchange.arriving.markup import Block, blocks_of
from college.exchange.arriving.moments import writes_day_first
from college.exchange.arriving.passages import Piece, passages, pieces_of, with_notes
from college.exchange.arriving.section import announced_in
from college.exchange.arriving.source import Source
from college.exchange.arriving.threads import arrange
from college.exchange.arriving.words import check_line, one_line, web_address
from college.exchange.formats.recognise import Format
from college.exchange.limits import PAGE_BYTES
from college.exchange.unplaced import Leftovers, Reason

_SENTINEL = "\u2997{}\u2998 "
_CAPTION = re.compile("\u2997(\\d+)\u2998\\s*")
_INLINE = frozenset("a b em i strong small q cite bdi br".split())
_SEARCHED = 500
#: Beyond these a page is no article as people write them, and the library would take minutes.
_ELEMENTS, _LEVELS = 50_000, 200
_FRAME = frozenset("header nav footer aside form script style noscript".split())


def read_saved_html(source: Source, *, post: str | None) -> ArrivingBrief:
    """One page, one article. ``post`` means nothing here."""
    leftovers = Leftovers()
    root = parse_page(source.text(limit=PAGE_BYTES))
    found = find_comments(root)
    times = [words_of(node) for node in root.iter("time")]
    gathered = read_comments(found, leftovers, day_first=writes_day_first(times))
    announced, heading, at = _announced(root)
    taken_out(found)
    title = _title(root, leftovers)
    pieces, author = _article(root, title, leftovers)
    source.report(0.9)
    count = len(gathered.comments) + len(gathered.left_out)
    if announced is not None and announced not in (count, len(gathered.comments)):
        leftovers.add(at, f"{heading} ≠ {len(gathered.comments)}", Reason.COUNT_DIFFERS)
    return ArrivingBrief(
        format=Format.SAVED_HTML,
        title=check_line(title, line=1, field="title"),
        author=check_line(author, line=1, field="author"),
        source=_address(root),
        published=_published(root, leftovers),
        passages=passages(pieces),
        remarks=arrange(gathered, leftovers),
        unplaced=leftovers.rows(),
        announced_remarks=announced,
    )


def _article(root: Any, title: str, leftovers: Leftovers) -> tuple[list[Piece], str]:
    captions = _mark_captions(root)
    visible = _visible(root)
    blocks, extracted_author = _extracted(root)
    author = one_line(_author(root) or extracted_author, line=1, leftovers=leftovers)
    blocks = [_with_caption(block, captions) for block in blocks]
    pieces = pieces_of(blocks, title=title, line=0, leftovers=leftovers)
    lines = {words: line for line, words in reversed(visible)}
    pieces = [replace(piece, line=lines.get(_flat(piece.words), 0)) for piece in pieces]
    _list_rest(visible, pieces, (title, author), leftovers)
    return with_notes(pieces, author), author


def _mark_captions(root: Any) -> list[str]:
    """Puts each caption in the place of its figure as a numbered paragraph; returns their words.

    The extraction would drop captions or run them into the text; the number finds them again.
    """
    captions: list[str] = []
    found = [
        node
        for node in root.iter()
        if is_element(node) and (node.tag == "figcaption" or "wp-caption-text" in classes(node))
    ]
    for node in found:
        words = words_of(node)
        frames = (
            up for up in node.iterancestors() if up.tag == "figure" or "wp-caption" in classes(up)
        )
        frame = next(frames, node)
        above = frame.getparent()
        if not words or above is None:
            continue
        mark = etree.Element("p")
        mark.text = _SENTINEL.format(len(captions)) + words
        mark.tail = frame.tail
        above.replace(frame, mark)
        captions.append(words)
    return captions


def _with_caption(block: Block, captions: list[str]) -> Block:
    found = _CAPTION.match(block.words)
    if found is None or int(found[1]) >= len(captions):
        return Block(block.kind, _CAPTION.sub("", block.words))
    return Block("caption", captions[int(found[1])])


def _extracted(root: Any) -> tuple[list[Block], str]:
    """The article's blocks and author as the library finds them, else the page's main part."""
    main = etree.tostring(_main_part(root), encoding="unicode", method="html", with_tail=False)
    document = None
    if is_modest(root, elements=_ELEMENTS, levels=_LEVELS):
        try:
            document = trafilatura.bare_extraction(root, include_comments=False, with_metadata=True)
        except Exception:  # noqa: BLE001 a hostile page may trip the library anywhere; we go on without
            document = None
    body = getattr(document, "body", None)
    blocks = _blocks_in(body) if body is not None else []
    if not blocks:
        blocks = blocks_of(main, line=0, leftovers=Leftovers(), links=False)
    return blocks, str(getattr(document, "author", None) or "")


def _main_part(root: Any) -> Any:
    for wanted in ("entry-content", "article-body", "post-content"):
        for node in root.iter("div", "section", "article"):
            if wanted in classes(node):
                return node
    for tag in ("article", "main", "body"):
        if (node := next(root.iter(tag), None)) is not None:
            return node
    return root


_KINDS = {"head": "heading", "item": "item", "quote": "quote", "code": "pre", "row": "p", "p": "p"}


def _blocks_in(body: Any) -> list[Block]:
    """Blocks of the library's own small vocabulary: head, p, list and item, quote, table and row."""
    blocks = []
    for node in body.iter():
        if not is_element(node) or node.tag not in _KINDS:
            continue
        # Only the outermost of nested blocks, except that a quote or item gives way to its paragraphs.
        inner = [child for child in node if is_element(child) and child.tag in _KINDS]
        above = node.getparent()
        if inner and node.tag in ("quote", "item", "row"):
            continue
        if above is not None and above.tag in ("p", "head", "code"):
            continue
        kind = "item" if above is not None and above.tag == "item" else _KINDS[node.tag]
        words = " | ".join(_cells(node)) if node.tag == "row" else _text_of(node)
        if words:
            blocks.append(Block(kind, words))
    return blocks


def _cells(row: Any) -> list[str]:
    return [words for cell in row if (words := _text_of(cell))]


def _text_of(node: Any) -> str:
    parts = [node.text or ""]
    for inner in node.iterdescendants():
        if inner.tag == "lb":
            parts.append("\n")
        parts += [(inner.text or "") if is_element(inner) else "", inner.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _visible(root: Any) -> list[tuple[int, str]]:
    """Paragraphs, headings and items of the page outside its frame, each with its line."""
    visible = []
    stack = [root]
    while stack:
        node = stack.pop()
        if not is_element(node) or node.tag in _FRAME:
            continue
        if node.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption"):
            if words := _CAPTION.sub("", words_of(node)):
                visible.append((int(node.sourceline or 0), words))
        else:
            stack.extend(reversed(node))
    return visible


def _list_rest(
    visible: list[tuple[int, str]],
    pieces: list[Piece],
    known: tuple[str, ...],
    leftovers: Leftovers,
) -> None:
    """What stands on the page but is neither in the article nor its frame."""
    exact = {_flat(piece.words) for piece in pieces} | set(known)
    captions = tuple(_flat(p.words) for p in pieces if p.kind is PassageKind.CAPTION and p.words)
    rest = [
        (line, words)
        for line, words in visible
        if _flat(words) not in exact and announced_in(words) is None
    ]
    # A paragraph may have become part of a longer passage; a page full of others is not searched.
    placed = "\n".join(_flat(piece.words) for piece in pieces) if len(rest) <= _SEARCHED else ""
    for line, words in rest:
        if _flat(words) not in placed and not words.startswith(captions):
            leftovers.add(line, words, Reason.NOT_ARTICLE)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _announced(root: Any) -> tuple[int | None, str, int]:
    for node in root.iter("h1", "h2", "h3", "h4", "h5", "p", "div", "span"):
        if len(node) > 3 or any(child.tag not in _INLINE for child in node):
            continue
        words = words_of(node)
        number = announced_in(words) if len(words) <= 300 else None
        if number is not None:
            return number, words, int(node.sourceline or 0)
    return None, "", 0


def _title(root: Any, leftovers: Leftovers) -> str:
    headings = list(root.iter("h1"))
    marked = (h for h in headings if {"entry-title", "headline"} & {*classes(h), h.get("itemprop")})
    named = next(marked, headings[0] if len(headings) == 1 else None)
    title = words_of(named) if named is not None else ""
    title = title or meta(root, "og:title", "twitter:title", "dc.title")
    if not title and (node := next(root.iter("title"), None)) is not None:
        title = " ".join((node.text or "").split())
    return one_line(title, line=1, leftovers=leftovers)


def _author(root: Any) -> str:
    for node in root.iter():
        marked = is_element(node) and "author" in (node.get("rel"), node.get("itemprop"))
        if marked and (words := words_of(node)):
            return words
    name = meta(root, "author", "article:author", "dc.creator")
    return "" if name.lower().startswith(("http:", "https:")) else name


def _published(root: Any, leftovers: Leftovers) -> str:
    written = meta(root, "article:published_time", "datepublished", "dc.date", "date")
    if not written:
        times = (str(node.get("datetime") or "") for node in root.iter("time"))
        written = next((time for time in times if time), "")
    return one_line(written, line=1, leftovers=leftovers)[:40]


def _address(root: Any) -> str:
    for node in root.iter("link"):
        if str(node.get("rel") or "").lower() == "canonical":
            return web_address(str(node.get("href") or ""))
    return web_address(meta(root, "og:url"))
