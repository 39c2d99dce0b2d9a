"""Drafts as their editors, and later everybody, read them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Prefetch, QuerySet

from college.debates.queries import labels, thread
from college.debates.queries.thread import Item
from college.debates.rules.kinds import State
from college.debates.rules.revisions import is_stale
from college.summaries.models import Draft, DraftLink, DraftStatement, DraftWording, Summary
from college.summaries.queries import texts
from college.summaries.queries.sections import section_of
from college.summaries.queries.texts import Closed
from college.summaries.rules.life import Side
from college.summaries.rules.sections import Section, sections


@dataclass(frozen=True, slots=True)
class Beside:
    """A wording that stands beside the head until an editor takes or dismisses it."""

    key: int
    number: int
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Rests:
    """A link. ``text`` is the commitment of the pinned wording; ``stale``: there is a newer one; ``gone``:
    the contribution cannot be read any more. ``item`` is the contribution as it is now, on boards."""

    key: int
    contribution: str
    contribution_key: int
    pinned_key: int
    pinned: int
    text: str
    stale: bool
    gone: bool
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a draft in its head wording. ``base`` is that wording's number: a form sends it back.

    ``words`` are empty where the record withholds or erased them since.
    """

    key: int
    statement: str
    section: Section
    words: str
    base: int
    removed_at: datetime | None
    links: tuple[Rests, ...]
    beside: tuple[Beside, ...] = ()

    @property
    def is_grounded(self) -> bool:
        """Rests on something that can be read: without that it is not certified."""
        return any(not link.gone for link in self.links)


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a draft. ``viewpoint`` is the key of the one whose section it is."""

    section: Section
    lines: tuple[Line, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class Board:
    """A draft: every section in its order, empty ones too; what was taken out, newest last."""

    draft: Draft
    parts: tuple[Part, ...]
    removed: tuple[Line, ...]

    @property
    def statements(self) -> int:
        return sum(len(part.lines) for part in self.parts)

    @property
    def ungrounded(self) -> int:
        """Statements that rest on nothing that can be read."""
        return sum(not line.is_grounded for part in self.parts for line in part.lines)


def of_round(summary: Summary) -> dict[int, Draft]:
    """The drafts of the present round by side: two, and the joint one once they are opened. One query."""
    rows = Draft.objects.filter(summary=summary, round=summary.round).order_by("side")
    return {draft.side: draft for draft in rows.select_related("summary__debate")}


def of_side(summary: Summary, side: int) -> Draft | None:
    """One draft of the present round. One query."""
    rows = Draft.objects.filter(summary=summary, round=summary.round, side=side)
    return rows.select_related("summary__debate").first()


def by_id(public_id: str) -> Draft | None:
    """One query."""
    return Draft.objects.select_related("summary__debate").filter(public_id=public_id).first()


def opened(summary: Summary) -> list[Draft]:
    """Every draft that can be read by everybody, the newest round first. One query."""
    rows = Draft.objects.filter(summary=summary, opened_at__isnull=False)
    return list(rows.select_related("summary__debate", "document").order_by("-round", "side"))


def row_at(draft: Draft, statement: str) -> DraftStatement | None:
    """A statement of a draft by its id, removed or not. One query."""
    rows = DraftStatement.objects.filter(draft=draft, statement=statement)
    return rows.select_related("draft__summary__debate", "viewpoint").first()


def wording(row: DraftStatement, number: int) -> DraftWording | None:
    """One query."""
    rows = DraftWording.objects.filter(row=row, number=number)
    return rows.select_related("row__draft__summary__debate", "by").first()


def wordings(row: DraftStatement) -> list[DraftWording]:
    """Every wording of a statement, the newest first, without the words that are withheld or erased. Four
    queries."""
    closed = texts.closed(row.draft.summary)
    found = list(row.wordings.select_related("by").order_by("-number"))
    for one in found:
        one.words = _readable(closed, row.statement, one.words, one.at)
    return found


def board(draft: Draft, *, now: datetime) -> Board:
    """A draft with everything its editors need, however long it is. At most seventeen queries."""
    closed = texts.closed(draft.summary)
    parts = parts_of([draft], closed)[draft.pk]
    removed = tuple(_lines(draft.statements.filter(removed_at__isnull=False), closed))
    lines = [line for part in parts for line in part.lines]
    wanted = {link.contribution for line in lines for link in line.links}
    items = thread.by_ids(sorted(wanted), now=now) if wanted else {}
    beside = _beside(draft, closed)

    def filled(line: Line) -> Line:
        links = tuple(replace(link, item=items.get(link.contribution)) for link in line.links)
        return replace(line, links=links, beside=tuple(beside.get(line.key, ())))

    shown = tuple(replace(part, lines=tuple(filled(line) for line in part.lines)) for part in parts)
    return Board(draft, shown, removed)


def parts_of(drafts: Sequence[Draft], closed: Closed | None = None) -> dict[int, list[Part]]:
    """The sections of drafts of one summary, by the draft's key: statements that stand, in their order, with
    their links but without ``item`` and ``beside``. Six queries."""
    if not drafts:
        return {}
    wanted = sections(labels.viewpoints_of(drafts[0].summary.debate))
    rows = DraftStatement.objects.filter(draft__in=drafts, removed_at=None)
    owner = dict(rows.values_list("pk", "draft_id"))
    found: dict[tuple[int, Section], list[Line]] = defaultdict(list)
    closed = closed or texts.closed(drafts[0].summary)
    for line in _lines(rows, closed):
        found[owner[line.key], line.section].append(line)
    return {
        draft.pk: [Part(one, tuple(found[draft.pk, one])) for one in wanted] for draft in drafts
    }


def both(summary: Summary) -> list[Draft]:
    """The drafts of the two teams in the present round, by side. One query."""
    rows = Draft.objects.filter(summary=summary, round=summary.round).exclude(side=Side.JOINT)
    return list(rows.select_related("summary__debate").order_by("side"))


def _readable(closed: Closed, statement: str, words: str, at: datetime) -> str:
    return "" if closed.has(statement, words, at) else words


def _lines(rows: QuerySet[DraftStatement], closed: Closed) -> list[Line]:
    links = DraftLink.objects.select_related("contribution", "pinned__text").order_by("order", "id")
    headed = (
        rows.filter(wordings__number=F("head"))
        .annotate(words=F("wordings__words"), worded_at=F("wordings__at"))
        .select_related("viewpoint__merged_into")
        .prefetch_related(Prefetch("links", queryset=links))
        .order_by("order", "id")
    )
    return [
        Line(
            key=row.pk,
            statement=row.statement,
            section=section_of(row),
            words=_readable(closed, row.statement, row.words, row.worded_at),
            base=row.head,
            removed_at=row.removed_at,
            links=tuple(_rests(link) for link in row.links.all()),
        )
        for row in headed
    ]


def _rests(link: DraftLink) -> Rests:
    said, pinned = link.contribution, link.pinned
    return Rests(
        key=link.pk,
        contribution=said.public_id,
        contribution_key=said.pk,
        pinned_key=pinned.pk,
        pinned=pinned.number,
        text=pinned.text_id,
        stale=is_stale(pinned=pinned.number, head=said.head),
        gone=said.state != State.STANDING or not pinned.text.is_open,
    )


def _beside(draft: Draft, closed: Closed) -> dict[int, list[Beside]]:
    rows = DraftWording.objects.filter(row__draft=draft, beside=True, dismissed_at=None)
    found: dict[int, list[Beside]] = defaultdict(list)
    for row in rows.select_related("by", "row").order_by("number"):
        by = row.by.public_name if row.by else ""
        words = _readable(closed, row.row.statement, row.words, row.at)
        found[row.row_id].append(Beside(row.pk, row.number, words, by, row.at))
    return found
