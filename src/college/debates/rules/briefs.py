"""What arrives when an article and its comments are taken in: the shape every format is read into.

A brief is the imported source of a debate. A passage is a piece of the article; a remark is an imported
comment that is not yet a contribution.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: Characters of a name or a date as written, and of any other line of a brief.
LONGEST_NAME = 200
LONGEST_LINE = 1000


class PassageKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    NOTE = "note"


class Rights(StrEnum):
    """What the one who imports declares: ``full`` text, or ``quote`` and link, the default."""

    FULL = "full"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class ArrivingPassage:
    """One piece of the article, in reading order. ``credit`` belongs to a caption."""

    kind: PassageKind
    words: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ArrivingRemark:
    """One comment. ``key`` is unique within the brief, ``parent`` the key of the comment it answers.

    ``said`` is the date as written, ``said_at`` the aware moment it was read as, or ``None`` where it
    names no real moment. ``address`` is an e-mail address the source held: it is never stored, only a
    keyed digest by which its owner can claim the remark.
    """

    key: str
    parent: str | None
    pseudonym: str
    said: str
    said_at: datetime | None
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in the file that found no place: shown to the importer, kept with the brief."""

    line: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArrivingBrief:
    """A whole article with its comments, as read from a file. Nothing in it names the importer."""

    format: str
    title: str
    author: str
    source: str
    published: str
    passages: tuple[ArrivingPassage, ...]
    remarks: tuple[ArrivingRemark, ...]
    unplaced: tuple[Unplaced, ...] = ()
    announced_remarks: int | None = None

    @property
    def threads(self) -> int:
        return sum(r.parent is None for r in self.remarks)

    @property
    def depth(self) -> int:
        """Levels of the deepest thread; a comment nobody answered is level 1. Parents come first."""
        level: dict[str, int] = {}
        for remark in self.remarks:
            level[remark.key] = level.get(remark.parent, 0) + 1 if remark.parent else 1
        return max(level.values(), default=0)
