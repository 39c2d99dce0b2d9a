"""A version as it is read: statements, what each rests on, what the sides say of it, who certified it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from college.committees.queries.caveats import Caveats, caveats
from college.debates.queries.badges import Badge, badges
from college.debates.queries.thread import Item, by_ids
from college.debates.rules.order import shuffled
from college.summaries.models import Certificate, Statement, StatementLink, Version
from college.summaries.queries import versions
from college.summaries.queries.plain import kept
from college.summaries.queries.said import Attested, Comment, attested, comments
from college.summaries.rules.life import Fairness
from college.summaries.rules.plain import plain
from college.summaries.rules.sections import Section, SectionKind

if TYPE_CHECKING:
    from college.debates.models import Debate
    from college.record.models import Text


@dataclass(frozen=True, slots=True)
class Note:
    """What statements rest on: a contribution in the wording that was meant. ``number`` counts from 1 in
    the order of reading; ``html`` is safe, and empty where the text is gone (``item.tombstone``)."""

    number: int
    item: Item
    pinned: int
    html: str

    @property
    def stale(self) -> bool:
        return self.pinned != self.item.head


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. ``gone``: its words are withheld or erased."""

    statement: str
    words: str
    gone: bool
    notes: tuple[Note, ...]
    attested: tuple[Attested, ...]
    comments: tuple[Comment, ...]

    @property
    def remarked(self) -> tuple[Attested, ...]:
        """What stands beside the statement: everything but a bare "fair"."""
        return tuple(one for one in self.attested if one.fairness != Fairness.FAIR)


@dataclass(frozen=True, slots=True)
class Certified:
    """What panels said of a section, or of the form (no ``viewpoint``).

    ``asked_for`` is the number of the version for which they were asked, where it was carried over, else 0.
    """

    viewpoint: Badge | None
    state: str
    reserved: bool
    reason: "Text | None"
    settled_at: datetime | None
    case: Caveats | None
    asked_for: int


@dataclass(frozen=True, slots=True)
class Part:
    """One section. ``viewpoint`` where it is what a viewpoint holds."""

    section: Section
    viewpoint: Badge | None
    lines: tuple[Line, ...]
    certified: Certified | None

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def kind(self) -> SectionKind:
        return self.section.kind


@dataclass(frozen=True, slots=True)
class Reading:
    """``parts`` in reading order; whatever lists viewpoints has them in the debate's shuffled order.

    ``lost``: comments whose words are not in this version any more.
    """

    version: Version
    viewpoints: tuple[Badge, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    whole: tuple[Attested, ...]
    lost: tuple[Comment, ...]
    form: Certified | None

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part.lines]

    @property
    def words(self) -> int:
        return sum(len(line.words.split()) for line in self.lines)


#: A link of a statement before it has its number: the contribution, the wording meant, its HTML.
_Link = tuple[str, int, str]


def reading(version: Version, *, now: datetime) -> Reading:
    """At most twenty queries, however long the version is and however much was said of it."""
    debate = version.summary.debate
    known = badges(set(debate.viewpoints.values_list("pk", flat=True)))
    order = _order(debate, known)
    found = versions.sections_of(version)
    rows = dict(found)
    said = attested(version, known, order)
    placed, lost = _placed(
        comments(version, known, order), [statements for _section, statements in found]
    )
    certified = _certified(version, known)
    by_id = {badge.public_id: badge for badge in known.values()}
    numbering = _Numbering(version, now=now)
    parts = [
        Part(
            section,
            by_id.get(section.viewpoint),
            tuple(
                Line(
                    statement=row.statement,
                    words=row.text.words,
                    gone=not row.text.is_open,
                    notes=numbering.of(row.pk),
                    attested=tuple(said.get(row.statement, ())),
                    comments=tuple(placed.get(row.statement, ())),
                )
                for row in rows[section]
            ),
            certified.get(section.viewpoint) if section.viewpoint else None,
        )
        for section in _as_read(list(rows), by_id, order)
    ]
    return Reading(
        version=version,
        viewpoints=tuple(part.viewpoint for part in parts if part.viewpoint),
        parts=tuple(parts),
        notes=tuple(numbering.given.values()),
        whole=tuple(said.get("", ())),
        lost=tuple(lost),
        form=certified.get(""),
    )


def _order(debate: "Debate", known: Mapping[int, Badge]) -> dict[int, int]:
    """The place of each viewpoint, by its key, in the debate's own shuffle."""
    found = shuffled(debate.public_id, known.values(), public_id=lambda badge: badge.public_id)
    return {badge.key: place for place, badge in enumerate(found)}


def _as_read(
    sections: Sequence[Section], by_id: Mapping[str, Badge], order: Mapping[int, int]
) -> list[Section]:
    """What viewpoints hold stands in the debate's order, not in that of the letters."""
    holds = sorted(
        (one for one in sections if one.viewpoint), key=lambda one: order[by_id[one.viewpoint].key]
    )
    return [holds.pop(0) if one.viewpoint else one for one in sections]


class _Numbering:
    """Gives each wording that is linked its number when a statement first rests on it."""

    def __init__(self, version: Version, *, now: datetime) -> None:
        self.given: dict[tuple[str, int], Note] = {}
        self._links: dict[int, list[_Link]] = defaultdict(list)
        links = StatementLink.objects.filter(row__version=version).order_by("row_id", "order")
        for row, public_id, number, html, state in links.values_list(
            "row_id",
            "contribution__public_id",
            "pinned__number",
            "pinned__text__rendered",
            "pinned__text__state",
        ):
            self._links[row].append((public_id, number, html if state == "open" else ""))
        wanted = {link[0] for links in self._links.values() for link in links}
        self._items = by_ids(sorted(wanted), now=now)

    def of(self, row: int) -> tuple[Note, ...]:
        return tuple(self._note(link) for link in self._links.get(row, ()))

    def _note(self, link: _Link) -> Note:
        public_id, number, html = link
        item = self._items[public_id]
        return self.given.setdefault(
            (public_id, number),
            Note(len(self.given) + 1, item, number, "" if item.tombstone else html),
        )


def _placed(
    found: Sequence[Comment], sections: Sequence[Sequence[Statement]]
) -> tuple[dict[str, list[Comment]], list[Comment]]:
    """Each comment at the statement in which its words begin; and those that have none.

    What is withheld counts with its words and is not quoted. Behind words that were erased no place can be
    told any more: better in no place than in a wrong one.
    """
    rows = {row.statement: row for section in sections for row in section}
    words = plain([[(row.statement, kept(row.text)) for row in one] for one in sections])
    closed = [words.spans[one] for one, row in rows.items() if not row.text.is_open]
    erased = [words.spans[one][0] for one, row in rows.items() if row.text.body is None]
    told_until = min(erased, default=len(words.text))
    ids, starts = list(words.spans), [start for start, _end in words.spans.values()]
    placed: dict[str, list[Comment]] = defaultdict(list)
    lost = []
    for one in found:
        if one.start is None or one.end is None or one.end > told_until or not ids:
            lost.append(one)
            continue
        hidden = any(start < one.end and one.start < end for start, end in closed)
        quoted = "" if hidden else words.text[one.start : one.end]
        at = max(0, bisect_right(starts, one.start) - 1)
        placed[ids[at]].append(replace(one, quoted=quoted))
    return placed, lost


def _certified(version: Version, known: Mapping[int, Badge]) -> dict[str, Certified]:
    """By the viewpoint's public id; empty: of the form. Three queries."""
    rows = list(
        Certificate.objects.filter(version=version).select_related(
            "reason", "carried_from__version", "carried_from__reason"
        )
    )
    asked = {row.pk: row.case_id or (row.carried_from and row.carried_from.case_id) for row in rows}
    cases = caveats({case for case in asked.values() if case})
    found = {}
    for row in rows:
        viewpoint = known[row.viewpoint_id] if row.viewpoint_id else None
        reason = row.reason or (row.carried_from and row.carried_from.reason)
        found[viewpoint.public_id if viewpoint else ""] = Certified(
            viewpoint=viewpoint,
            state=row.state,
            reserved=row.reserved,
            reason=reason or None,
            settled_at=row.settled_at,
            case=cases.get(asked[row.pk] or 0),
            asked_for=row.carried_from.version.number if row.carried_from else 0,
        )
    return found
