"""What would come of a file: the figures of an arriving brief, for the terminal and the page."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime

from college.debates.rules.briefs import ArrivingBrief, PassageKind, Unplaced


@dataclass(frozen=True, slots=True)
class Report:
    """The rows of the table a dry run prints. Words for the rows' names are added at the edge.

    ``threads`` are comments that answer none, ``replies`` all others; ``depth`` counts levels.
    ``announced`` is the number the page itself names, ``None`` if it names none.
    """

    format: str
    title: str
    author: str
    source: str
    published: str
    sections: tuple[str, ...]
    captions: tuple[tuple[str, str], ...]
    paragraphs: int
    items: int
    notes: int
    comments: int
    announced: int | None
    threads: int
    replies: int
    depth: int
    unnamed: int
    undated: int
    first: datetime | None
    last: datetime | None
    unplaced: tuple[Unplaced, ...]

    def as_dict(self) -> dict[str, object]:
        """For ``--json``: moments in RFC 3339, tuples as lists, rows as objects."""
        plain = asdict(self)
        for name in ("first", "last"):
            moment = getattr(self, name)
            plain[name] = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
        plain["sections"] = list(self.sections)
        plain["captions"] = [{"words": words, "credit": credit} for words, credit in self.captions]
        plain["unplaced"] = [
            {"line": row.line, "words": row.words, "reason": str(row.reason)}
            for row in self.unplaced
        ]
        return plain


def report(brief: ArrivingBrief) -> Report:
    """The figures of a brief."""
    kinds = Counter(passage.kind for passage in brief.passages)
    moments = [remark.said_at for remark in brief.remarks if remark.said_at is not None]
    return Report(
        format=str(brief.format),
        title=brief.title,
        author=brief.author,
        source=brief.source,
        published=brief.published,
        sections=_words(brief, PassageKind.HEADING),
        captions=tuple(
            (passage.words, passage.credit)
            for passage in brief.passages
            if passage.kind is PassageKind.CAPTION
        ),
        paragraphs=kinds[PassageKind.PARAGRAPH],
        items=kinds[PassageKind.ITEM],
        notes=kinds[PassageKind.NOTE],
        comments=len(brief.remarks),
        announced=brief.announced_remarks,
        threads=brief.threads,
        replies=len(brief.remarks) - brief.threads,
        depth=brief.depth,
        unnamed=sum(not remark.pseudonym for remark in brief.remarks),
        undated=len(brief.remarks) - len(moments),
        first=min(moments, default=None),
        last=max(moments, default=None),
        unplaced=brief.unplaced,
    )


def _words(brief: ArrivingBrief, kind: PassageKind) -> tuple[str, ...]:
    return tuple(passage.words for passage in brief.passages if passage.kind is kind)
