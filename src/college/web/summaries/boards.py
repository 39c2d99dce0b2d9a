"""Drafts as pages show them: sentences with what they rest on and what was saved beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from college.debates.queries.badges import Badge
from college.summaries.queries import drafts
from college.web.summaries import picks


@dataclass(frozen=True, slots=True)
class Source:
    """A contribution that a sentence rests on. ``words`` are the newest, ``pinned_words`` those that were
    linked, where they differ."""

    id: str
    label: str
    words: str
    url: str
    viewpoint: Badge | None
    stale: bool
    gone: bool
    pinned_words: str = ""


@dataclass(slots=True)
class Row:
    """A sentence. ``base`` is the number of its newest wording, ``before`` the id of the sentence it follows.

    ``typed`` is what its field holds: its words, or what was typed and refused, with ``wrong`` saying why.
    """

    id: str
    words: str
    base: int
    before: str
    links: list[Source]
    beside: list[drafts.Beside]
    typed: str = ""
    wrong: str = ""

    @property
    def wordings(self) -> int:
        """At least so many wordings were saved."""
        return max([self.base, *(other.number for other in self.beside)])


@dataclass(slots=True)
class Part:
    """A section of a draft. ``kind`` is the word of its kind; ``viewpoint`` whose section it is."""

    key: str
    kind: str
    viewpoint: Badge | None
    url: str
    here: bool = False
    rows: list[Row] = field(default_factory=list)

    @property
    def ungrounded(self) -> int:
        return sum(all(link.gone for link in row.links) for row in self.rows)

    @property
    def stale(self) -> int:
        return sum(link.stale and not link.gone for row in self.rows for link in row.links)

    @property
    def beside(self) -> int:
        return sum(len(row.beside) for row in self.rows)

    @property
    def text(self) -> str:
        return "\n".join(row.words for row in self.rows)


def parts(
    board: drafts.Board, known: Mapping[str, Badge], pinned: Mapping[int, str], base: str
) -> list[Part]:
    """Every section in order. ``known``: the debate's viewpoints by public id; ``base``: the address below
    which each section has its own. No query."""
    return [
        Part(
            key=part.section.key,
            kind=part.section.kind.value,
            viewpoint=known.get(part.section.viewpoint),
            url=f"{base}{part.section.key}/",
            rows=rows(part.lines, pinned),
        )
        for part in board.parts
    ]


def rows(lines: tuple[drafts.Line, ...], pinned: Mapping[int, str]) -> list[Row]:
    """Sentences in their order. No query."""
    found: list[Row] = []
    for line in lines:
        found.append(
            Row(
                id=line.statement,
                words=line.words,
                base=line.base,
                before=found[-1].id if found else "",
                links=[_source(link, pinned) for link in line.links],
                beside=list(line.beside),
                typed=line.words,
            )
        )
    return found


def _source(link: drafts.Rests, pinned: Mapping[int, str]) -> Source:
    item = link.item
    if item is None:
        return Source(link.contribution, "", "", "", None, stale=False, gone=True)
    gone = link.gone or item.tombstone is not None
    return Source(
        id=link.contribution,
        label=picks.pick(item).label,
        words="" if gone else picks.words_of(item),
        url=item.url,
        viewpoint=item.viewpoint,
        stale=link.stale,
        gone=gone,
        pinned_words=pinned.get(link.key, ""),
    )
