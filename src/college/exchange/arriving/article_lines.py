"""The article of a plain text: title, byline, and its paragraphs told apart by how they are set."""

import re
from dataclasses import dataclass, field, replace

from college.debates.rules.briefs import PassageKind
from college.exchange.arriving.captions import as_caption
from college.exchange.arriving.lines import Line, blocks_of_lines, is_label, is_stub, joined
from college.exchange.arriving.moments import read_moment, split_moment
from college.exchange.arriving.passages import Piece, with_notes
from college.exchange.unplaced import Leftovers, Reason

_BYLINE = re.compile(
    r"(?:written |story |text )?(?:by|von|par|por|author:|autor:|auteur\s?:)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|published|updated|veröffentlicht|publié)(?: on| at| am| le)?:?\s+(?P<when>.+?)"
    r"(?:\s+(?:by|von|par)\s+(?P<name>\S.*))?",
    re.IGNORECASE,
)
_SURE_BULLET = re.compile(r"[•◦▪‣●■○∙]\s+(?P<rest>\S.*)")
_BULLET = re.compile(r"(?:[•◦▪‣●■○∙*+·–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?P<rest>\S.*)")
_MENU = re.compile(
    r"skip to (?:main )?content|(?:primary |main )?(?:menu|navigation)|home|search|subscribe|log ?in"
    r"|sign in|zum inhalt springen|menü|startseite|aller au contenu|accueil",
    re.IGNORECASE,
)
#: The byline and the date stand near the title, within this many blocks.
HEAD_BLOCKS = 12
LONGEST_TITLE = 300


@dataclass(slots=True)
class Article:
    """What was found above the comments."""

    title: str = ""
    author: str = ""
    source: str = ""
    published: str = ""
    pieces: list[Piece] = field(default_factory=list)


def read_article(
    lines: list[Line], *, about: str, day_first: bool | None, leftovers: Leftovers
) -> Article:
    """The article in ``lines``. ``about`` is the title as the comment section's heading repeats it."""
    article = Article()
    blocks = _after_title(blocks_of_lines(lines), about, article, leftovers)
    body: list[list[Line]] = []
    for number, block in enumerate(blocks):
        near_title = number < HEAD_BLOCKS
        if near_title and _is_head(block, article, day_first, leftovers):
            continue
        body.append(block)
    pieces = [piece for at in range(len(body)) for piece in _pieces(body, at)]
    pieces = with_notes(_with_headings(pieces), article.author)
    article.pieces = _without_tail(pieces, article.author, leftovers)
    return article


def _after_title(
    blocks: list[list[Line]], about: str, article: Article, leftovers: Leftovers
) -> list[list[Line]]:
    start = _title_at(blocks, about)
    for block in blocks[:start]:
        leftovers.add(block[0].number, joined(block), Reason.BEFORE_ARTICLE)
    blocks = blocks[start:]
    if blocks and len(blocks[0][0].words) <= LONGEST_TITLE:
        article.title = blocks[0][0].words
        rest = blocks[0][1:]
        blocks = ([rest] if rest else []) + blocks[1:]
    return blocks


def _title_at(blocks: list[list[Line]], about: str) -> int:
    """Which block holds the title: the one the comments name, else the first.

    A page saved with its menu has the site's name above the title: then it is the last line before
    the byline or the first real paragraph.
    """
    for at, block in enumerate(blocks[:40]):
        if about and block[0].words.rstrip('”"').casefold() == about.rstrip('”"').casefold():
            return at
    if not blocks or not all(_MENU.fullmatch(line.words) for line in blocks[0]):
        return 0
    for at, block in enumerate(blocks[:40]):
        words = block[0].words
        if at and (len(words) > 120 or _BYLINE.fullmatch(words) or _POSTED.fullmatch(words)):
            return at - 1
    return 0


def _is_head(
    block: list[Line], article: Article, day_first: bool | None, leftovers: Leftovers
) -> bool:
    """Takes a byline, a date, or both from a block near the title; what stands below is the source."""
    if len(block) > 4 or any(len(line.words) > 120 for line in block):
        return False
    if not _is_head_line(block[0].words, article, day_first):
        return False
    for line in block[1:]:
        if _is_head_line(line.words, article, day_first):
            continue
        if article.source:
            leftovers.add(line.number, line.words, Reason.NOT_ARTICLE)
        else:
            article.source = line.words
    return True


def _is_head_line(words: str, article: Article, day_first: bool | None) -> bool:
    if not article.published and read_moment(words, day_first=day_first):
        article.published = words
        return True
    if (posted := _POSTED.fullmatch(words)) and (
        split := split_moment(posted["when"], day_first=day_first)
    ):
        article.published = article.published or split[1].said
        article.author = article.author or (posted["name"] or "").strip()
        return True
    byline = _BYLINE.fullmatch(words)
    if byline is None or article.author:
        return False
    name = byline["name"]
    if split := split_moment(name, day_first=day_first):
        name = re.sub(r"\s+(?:on|am|le)$", "", split[0].rstrip(" ,|·•–—-"))
    if len(name.split()) > 12 or not name[:1].isupper() or name.endswith((".", "?", "!", ":")):
        return False
    if split:
        article.published = article.published or split[1].said
    article.author = name
    return True


def _pieces(body: list[list[Line]], at: int) -> list[Piece]:
    block = body[at]
    first = block[0]
    if len(block) <= 3 and (caption := as_caption(joined(block))):
        return [Piece(PassageKind.CAPTION, caption[0], first.number, caption[1])]
    items = [number for number, line in enumerate(block) if _is_item(body, at, line)]
    if not items:
        return [Piece(PassageKind.PARAGRAPH, joined(block), first.number)]
    pieces = []
    if items[0] > 0:
        above = block[: items[0]]
        pieces.append(Piece(PassageKind.PARAGRAPH, joined(above), first.number))
    for begin, end in zip(items, [*items[1:], len(block)], strict=True):
        words = _BULLET.sub(r"\g<rest>", block[begin].words, count=1)
        own = [replace(block[begin], words=words), *block[begin + 1 : end]]
        pieces.append(Piece(PassageKind.ITEM, joined(own), block[begin].number))
    return pieces


def _is_item(body: list[list[Line]], at: int, line: Line) -> bool:
    """A bullet, or one of several lines that begin with a dash or number (one alone is prose)."""
    if _SURE_BULLET.fullmatch(line.words):
        return True
    if not _BULLET.fullmatch(line.words):
        return False
    near = body[max(0, at - 1) : at + 2]
    return sum(bool(_BULLET.fullmatch(other.words)) for block in near for other in block) > 1


def _with_headings(pieces: list[Piece]) -> list[Piece]:
    """Short single lines without a full stop, below the first paragraph and above another."""
    marked = list(pieces)
    first = next((at for at, piece in enumerate(pieces) if not _is_stub(piece)), len(pieces))
    follows = False  # whether real text comes next, captions apart
    for at in range(len(pieces) - 1, first, -1):
        piece = pieces[at]
        if piece.kind is PassageKind.PARAGRAPH and follows and _is_heading(piece.words):
            marked[at] = replace(piece, kind=PassageKind.HEADING)
        if piece.kind is not PassageKind.CAPTION:
            follows = not is_stub(piece.words) or piece.kind is PassageKind.ITEM
    return marked


def _is_stub(piece: Piece) -> bool:
    return piece.kind is not PassageKind.PARAGRAPH or is_stub(piece.words)


def _is_heading(words: str) -> bool:
    short = is_stub(words) and "\n" not in words and len(words.split()) <= 12
    starts = words[:1].isupper() or words[:1].isdigit() or not words[:1].isalpha()
    return short and starts and not words.endswith((":", ",", ";")) and not is_label(words)


def _without_tail(pieces: list[Piece], author: str, leftovers: Leftovers) -> list[Piece]:
    """The article up to its end: its last sentence, or the last note about author or source.

    Labels and appeals below that end, and buttons anywhere, are listed as not of the article.
    """
    notes = [at for at, piece in enumerate(pieces) if piece.kind is PassageKind.NOTE]
    end = notes[-1] + 1 if notes else len(pieces)
    if not notes:
        while (
            end and pieces[end - 1].kind is PassageKind.PARAGRAPH and is_stub(pieces[end - 1].words)
        ):
            end -= 1
        # Nothing but labels: then a short text is what it is.
        end = end or len(pieces)
    kept = []
    for at, piece in enumerate(pieces):
        if at < end and not (piece.kind is PassageKind.PARAGRAPH and is_label(piece.words)):
            kept.append(piece)
        else:
            leftovers.add(piece.line, piece.words, Reason.NOT_ARTICLE)
    return kept
