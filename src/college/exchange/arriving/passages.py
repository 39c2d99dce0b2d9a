"""Paragraphs become the passages of an article: headings, items, captions, the author's note."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from college.debates.rules.briefs import ArrivingPassage, PassageKind
from college.exchange.arriving.captions import split_caption
from college.exchange.arriving.markup import Block
from college.exchange.arriving.words import check_text, kept
from college.exchange.limits import PASSAGES
from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal

_KINDS = {"heading": PassageKind.HEADING, "item": PassageKind.ITEM, "caption": PassageKind.CAPTION}
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?/?\]", re.IGNORECASE)
_NOTE = re.compile(
    r"\W*(?:the (?:views|opinions) expressed\b|(?:this|the) (?:article|essay|piece|text|post)"
    r" (?:is |was |has been )?(?:\w+ )?(?:originally |first )?"
    r"(?:appeared|published|from|written|adapted|republished|reprinted)\b"
    r"|about the author\b|originally published\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage on its way, with the line it begins on."""

    kind: PassageKind
    words: str
    line: int
    credit: str = ""


def pieces_of(
    blocks: Iterable[Block], *, title: str, line: int, leftovers: Leftovers
) -> list[Piece]:
    """Pieces of an article from the blocks of its markup. The title is not repeated as a heading."""
    pieces: list[Piece] = []
    for block in blocks:
        words = kept(block.words, line=line, leftovers=leftovers)
        if not words or (block.kind == "heading" and words.casefold() == title.casefold()):
            continue
        if _SHORTCODE.fullmatch(words):
            leftovers.add(line, words, Reason.NOT_ARTICLE)
            continue
        kind = _KINDS.get(block.kind, PassageKind.PARAGRAPH)
        credit = ""
        if kind is PassageKind.CAPTION:
            words, credit = split_caption(words)
        pieces.append(Piece(kind, words, line, credit))
    return pieces


def with_notes(pieces: list[Piece], author: str) -> list[Piece]:
    """The author's note, and where the text was first published, marked as notes.

    A note stands in the last few passages and begins with the author's name or with a formula such
    as "The views expressed", or under the heading "About the author".
    """
    notes = list(pieces)
    for at in range(max(1, len(pieces) - 5), len(pieces)):
        piece = pieces[at]
        if piece.kind is PassageKind.PARAGRAPH and is_note(piece.words, author):
            notes[at] = replace(piece, kind=PassageKind.NOTE)
            if notes[at - 1].kind is PassageKind.HEADING and _NOTE.match(notes[at - 1].words):
                notes[at - 1] = replace(notes[at - 1], kind=PassageKind.NOTE)
    return notes


def is_note(words: str, author: str) -> bool:
    """Whether a paragraph near the end is about the author or the text rather than part of it."""
    start = re.sub(r"^\W+", "", words)
    if _NOTE.match(start):
        return True
    # "About a person": the name, then a word that is no quotation or list of names.
    return bool(author) and bool(re.match(rf"{re.escape(author)}(?:\s+\(|,?\s+[^\W\d_])", start))


def passages(pieces: list[Piece]) -> tuple[ArrivingPassage, ...]:
    """Raises Refusal ``exchange.file.too-many-passages`` and ``text-too-long``."""
    if len(pieces) > PASSAGES:
        raise Refusal("exchange.file.too-many-passages", limit=PASSAGES, found=len(pieces))
    return tuple(
        ArrivingPassage(piece.kind, check_text(piece.words, line=piece.line), piece.credit)
        for piece in pieces
    )
