"""The reading order of a debate, a page at a time: the same few queries, however much was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from college.debates.models import Contribution, Debate, Link, Placement, Source
from college.debates.queries import evidence_labels, hearings, moves, quotations
from college.debates.queries.badges import Badge, badges
from college.debates.queries.evidence_labels import Labelled
from college.debates.queries.hearings import Heard
from college.debates.queries.quotations import Quoted
from college.debates.queries.sources import SourceRead, line_of
from college.debates.rules import addresses, places
from college.debates.rules.challenges import status
from college.debates.rules.kinds import Kind, State

#: As many as keep the whole page under 100 KB with its sheets and scripts, before compression.
PAGE = 40


@dataclass(frozen=True, slots=True)
class Stone:
    """What stands where a text is gone. ``state``: withdrawn, erased, restricted, withheld."""

    state: str
    at: datetime | None
    until: datetime | None = None
    reason: str = ""
    rule: str = ""
    record_url: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One contribution as lists show it. ``html`` is safe: it was made when the text was written.

    ``depth``, ``path`` and ``home`` are of its place; outside the reading order 0, empty, true.
    ``kept_url``: the moderators grouped it as a repeat with the text there.
    ``stale``: a link of it pins an older wording. ``revised``: it has had another wording. ``heard``: what
    is heard about it, or was decided; where a notice stands before its words, they are in ``behind``.
    ``labels``: what was found of a piece of evidence.
    """

    key: int
    public_id: str
    kind: str
    form: str
    html: str
    url: str
    author_name: str
    author_url: str
    as_delegate: bool
    at: datetime
    head: int
    viewpoint: Badge | None
    tombstone: Stone | None = None
    state: str = ""
    due_at: datetime | None = None
    merged: bool = False
    revoked_at: datetime | None = None
    condition: str = ""
    term: str = ""
    path: str = ""
    depth: int = 0
    home: bool = True
    stale: bool = False
    kept_url: str = ""
    source: SourceRead | None = None
    quotations: tuple[Quoted, ...] = ()
    heard: tuple[Heard, ...] = ()
    behind: str = ""
    labels: tuple[Labelled, ...] = ()

    @property
    def revised(self) -> bool:
        return self.head > 1


@dataclass(frozen=True, slots=True)
class Page:
    """Items in order, ``after`` to read on from (empty at the end), and what the first stands under."""

    items: list[Item]
    after: str = ""
    above: list[Item] = field(default_factory=list)


_COLUMNS = (
    "pk",
    "public_id",
    "kind",
    "form",
    "state",
    "state_at",
    "at",
    "head",
    "as_delegate",
    "viewpoint_id",
    "due_at",
    "answered_at",
    "merged_into_id",
    "merged_into__answered_at",
    "merged_into__due_at",
    "revoked_at",
    "author__public_name",
    "author__public_id",
    "debate__slug",
    "condition__rendered",
    "condition__state",
    "headword__body",
    "headword__state",
    "revisions__text__rendered",
    "revisions__text__state",
    "revisions__text__until",
)


def first_page(
    debate: Debate, *, now: datetime, after: str = "", size: int = PAGE, beneath: str = ""
) -> Page:
    """A page of the thread: claims in the order of time, and under each what was said about it.

    ``after`` is the path of the last item read; ``beneath`` the path of the contribution whose answers
    alone are wanted. What the moderators moved as off topic is not in the debate's thread but behind
    it. Ten queries, eleven when reading on.
    """
    start, end = places.within(beneath) if beneath else (places.FIRST, places.LAST)
    rows = Placement.objects.filter(debate=debate, path__gt=max(start, after), path__lt=end)
    for apart in [] if beneath else moves.off_topic_paths(debate):
        rows = rows.exclude(path__gte=apart, path__lt=places.within(apart)[1])
    found = list(
        rows.order_by("path").values_list("path", "depth", "home", "contribution_id")[: size + 1]
    )
    more, found = len(found) > size, found[:size]
    above = _above(debate, after, beneath) if after and found else []
    keys = {row[3] for row in (*found, *above)}
    known = {item.key: item for item in items(Contribution.objects.filter(pk__in=keys), now=now)}
    shown = [
        replace(known[key], path=path, depth=depth, home=home) for path, depth, home, key in found
    ]
    over = [
        replace(known[key], path=path, depth=depth, home=home) for path, depth, home, key in above
    ]
    return Page(shown, after=found[-1][0] if more else "", above=over)


def apart(debate: Debate, *, now: datetime) -> list[Item]:
    """What the moderators moved as off topic: it stands in a section at the end. Ten queries."""
    return items(
        Contribution.objects.filter(pk__in=moves.off_topic(debate)).order_by("id"), now=now
    )


def _above(debate: Debate, after: str, beneath: str) -> list[tuple[str, int, bool, int]]:
    """What a page that starts in the middle stands under: the reader is told where she is."""
    paths = [path for path in places.above(after) if len(path) > len(beneath)]
    return list(
        Placement.objects.filter(debate=debate, path__in=paths)
        .order_by("path")
        .values_list("path", "depth", "home", "contribution_id")
    )


def items(of: QuerySet[Contribution], *, now: datetime) -> list[Item]:
    """Read models of contributions, in the queryset's order. Eight queries."""
    rows = list(of.filter(revisions__number=F("head")).values_list(*_COLUMNS, named=True))
    keys = [row.pk for row in rows]
    letters = badges({row.viewpoint_id for row in rows if row.viewpoint_id})
    sources = _sources([row.pk for row in rows if row.kind == Kind.EVIDENCE])
    quoted = quotations.of_contributions(keys)
    stale = set(
        Link.objects.filter(source__in=keys)
        .exclude(pinned__number=F("target__head"))
        .values_list("source_id", flat=True)
    )
    kept = moves.kept(keys)
    heard = hearings.of_contributions(keys)
    found = evidence_labels.put_on(keys)
    return [
        replace(
            _item(row, letters, sources, quoted, stale=row.pk in stale, now=now),
            kept_url=kept.get(row.pk, ""),
            heard=tuple(heard.get(row.pk, ())),
            labels=tuple(found.get(row.pk, ())),
        )
        for row in rows
    ]


def by_ids(public_ids: Sequence[str], *, now: datetime) -> dict[str, Item]:
    """Items by public id. Eight queries."""
    found = items(Contribution.objects.filter(public_id__in=public_ids), now=now)
    return {item.public_id: item for item in found}


def _item(
    r: Any,
    letters: dict[int, Badge],
    sources: dict[int, SourceRead],
    quoted: dict[int, list[Quoted]],
    *,
    stale: bool,
    now: datetime,
) -> Item:
    gone = _stone(r)
    return Item(
        key=r.pk,
        public_id=r.public_id,
        kind=r.kind,
        form=r.form,
        html="" if gone else r.revisions__text__rendered,
        behind=_behind(r),
        url=addresses.contribution(r.debate__slug, r.public_id),
        author_name=r.author__public_name,
        author_url=f"/members/{r.author__public_id}/",
        as_delegate=r.as_delegate,
        at=r.at,
        head=r.head,
        viewpoint=letters.get(r.viewpoint_id),
        tombstone=gone,
        state=_challenge_state(r, now),
        due_at=r.due_at or r.merged_into__due_at,
        merged=r.merged_into_id is not None,
        revoked_at=r.revoked_at,
        condition=r.condition__rendered if r.condition__state == "open" and not gone else "",
        term="" if gone else _words(r.headword__body, r.headword__state),
        stale=stale,
        source=None if gone else sources.get(r.pk),
        quotations=tuple(quoted.get(r.pk, ())),
    )


def _stone(r: Any) -> Stone | None:
    if r.state != State.STANDING:
        return Stone(r.state, r.state_at)
    if r.revisions__text__state != "open":
        kind = "withheld" if r.revisions__text__state == "withheld" else "erased"
        return Stone(kind, None, until=r.revisions__text__until)
    return None


def _behind(r: Any) -> str:
    """The words that can be read behind a notice: none where they are withheld."""
    readable = r.state == State.RESTRICTED and r.revisions__text__state == "open"
    return r.revisions__text__rendered if readable else ""


def _challenge_state(r: Any, now: datetime) -> str:
    if r.kind != Kind.CHALLENGE or r.state != State.STANDING:
        return ""
    answered = r.merged_into__answered_at if r.merged_into_id else r.answered_at
    due = r.merged_into__due_at if r.merged_into_id else r.due_at
    return status(due_at=due, answered_at=answered, now=now).value


def _sources(keys: list[int]) -> dict[int, SourceRead]:
    rows = Source.objects.filter(contribution__in=keys).values_list(
        "contribution_id", "line__body", "line__state", "quotation__body", "quotation__state"
    )
    return {
        key: SourceRead(line_of(_words(line, state)), _words(quotation, other))
        for key, line, state, quotation, other in rows
    }


def _words(body: bytes | None, state: str | None) -> str:
    """The words of a text: empty unless it is open."""
    return bytes(body).decode() if body is not None and state == "open" else ""
