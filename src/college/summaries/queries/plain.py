"""The plain text of a version, in which comments have their places."""

from dataclasses import dataclass
from itertools import groupby

from college.record.models import Text
from college.summaries.models import Statement, Version
from college.summaries.rules.plain import Plain, blanked, plain
from college.summaries.rules.sections import SectionKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement that can be read."""

    statement: str
    section: SectionKind
    words: str


@dataclass(frozen=True, slots=True)
class Places:
    """A version's plain text, the statements ``closed``, and up to which place places can be told: nobody
    knows any more how long words were that are erased."""

    whole: Plain
    closed: frozenset[str]
    told_until: int


def plain_of(version: Version) -> Plain:
    """Its statements, section by section. One query.

    What is withheld counts with its words, so that nothing after it moves meanwhile: whoever shows a part
    of the text asks first whether it may be read (``closed_in``).
    """
    return _plain(_rows(version))


def open_text(version: Version) -> str:
    """The plain text with blanks for what is withheld. One query."""
    places = places_of(version)
    return blanked(places.whole, places.closed)


def places_of(version: Version) -> Places:
    """One query."""
    rows = _rows(version)
    whole = _plain(rows)
    erased = [whole.spans[row.statement][0] for row in rows if row.text.body is None]
    closed = frozenset(row.statement for row in rows if not row.text.is_open)
    return Places(whole, closed, min(erased, default=len(whole.text)))


def closed_in(version: Version) -> frozenset[str]:
    """Statements whose words are withheld or erased. One query."""
    return frozenset(row.statement for row in _rows(version) if not row.text.is_open)


def sentences_of(version: Version) -> list[Sentence]:
    """The statements of a version that can be read, in reading order. One query."""
    return [
        Sentence(row.statement, SectionKind(row.section), row.text.words)
        for row in _rows(version)
        if row.text.is_open
    ]


def _plain(rows: list[Statement]) -> Plain:
    sections = [
        [(row.statement, kept(row.text)) for row in section]
        for _key, section in groupby(rows, key=lambda row: (row.section, row.viewpoint_id))
    ]
    return plain(sections)


def _rows(version: Version) -> list[Statement]:
    return list(Statement.objects.filter(version=version).select_related("text").order_by("order"))


def kept(text: Text) -> str:
    """Its words, though they be withheld; empty where they were erased. No query."""
    return bytes(text.body).decode() if text.body is not None else ""
