"""What every format of a summary is made from: plain words, whole addresses, no row of a database."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Side:
    """A viewpoint: its letter and name."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """What statements rest on. ``number`` counts from 1; ``kind`` is said in words (“A claim of fact”).

    ``words`` are plain, empty where they are gone. ``url`` leads to the wording that was meant.
    """

    number: int
    url: str
    kind: str
    side: Side | None
    words: str


@dataclass(frozen=True, slots=True)
class Attested:
    """What a viewpoint says of a sentence, or of the whole, in words; and the editors' answer."""

    side: Side
    fairness: str
    comment: str
    answer: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """``url`` is its own address in this version. ``sources`` are numbers."""

    public_id: str
    url: str
    words: str
    sources: tuple[int, ...]
    attested: tuple[Attested, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section under its title. ``side``: whose position it states."""

    title: str
    side: Side | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A member's note on exact words: code points of the version's plain text, end exclusive.

    ``exact`` with some words before and after; all empty and places ``None`` where its words are gone.
    """

    url: str
    side: Side | None
    author: str
    words: str
    at: datetime
    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases of the formats in the language of the sheet."""

    summary: str
    version: str
    sources: str
    attested: str
    answer: str
    comments: str
    undecided: str
    turns_on: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a summary. ``url`` is this version's, for ever; ``debate_url`` the debate's.

    ``certified_at`` is ``None`` for a candidate. ``language`` is a BCP 47 tag. ``sides`` and everything
    that lists sides is in the debate's own order. ``turns_on``: title and address of summaries it rests on.
    """

    college: str
    public_id: str
    slug: str
    title: str
    url: str
    debate_url: str
    number: int
    made_at: datetime
    certified_at: datetime | None
    language: str
    sides: tuple[Side, ...]
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    whole: tuple[Attested, ...]
    comments: tuple[Comment, ...]
    turns_on: tuple[tuple[str, str], ...]
    words: Words

    @property
    def dated(self) -> datetime:
        return self.certified_at or self.made_at

    @property
    def label(self) -> str:
        """The title of the document: “Summary of: …, version 2”."""
        return f"{self.words.summary}: {self.title} ({self.words.version} {self.number})"
