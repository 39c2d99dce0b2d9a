"""One contribution with everything said about it; definitions side by side; what a member wrote."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from college.debates.models import Contribution, Debate, Link, Placement, Revision
from college.debates.queries.thread import Item, Page, first_page, items
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.revisions import is_stale
from college.people.models import Member

_BESIDE = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """One revision. ``words`` as written, ``html`` rendered; both empty where it was erased."""

    number: int
    words: str
    html: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link, seen from either end. ``other`` is what stands at the other end."""

    public_id: str
    relation: str
    other: Item
    pinned: int
    stale: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """``links`` lead out, ``used`` come in from elsewhere than the thread below; ``thread`` is that."""

    row: Contribution
    item: Item
    reason: str
    wordings: list[Wording]
    links: list[LinkLine]
    used: list[LinkLine]
    thread: Page


def find(slug: str, public_id: str) -> Contribution | None:
    """A contribution by its address. A debate that was renamed is found by its old name too. One query."""
    return (
        Contribution.objects.filter(
            Q(debate__slug=slug) | Q(debate__former_slugs__slug=slug), public_id=public_id
        )
        .select_related("debate", "author", "viewpoint", "state_reason")
        .first()
    )


def find_link(slug: str, public_id: str) -> Link | None:
    """One query."""
    return (
        Link.objects.filter(public_id=public_id, source__debate__slug=slug)
        .select_related("source__debate", "target")
        .first()
    )


def whole(row: Contribution, *, now: datetime, after: str = "") -> Whole:
    """Everything said about one contribution, a page of the thread below it. At most sixteen queries."""
    lines = list(
        Link.objects.filter(Q(source=row) | Q(target=row, kind__in=(LinkKind.PREMISE, *_ELSEWHERE)))
        .order_by("kind", "order", "id")
        .values_list(
            "public_id", "kind", "source_id", "target_id", "pinned__number", "target__head"
        )[:_BESIDE]
    )
    keys = {row.pk, *(line[2] for line in lines), *(line[3] for line in lines)}
    known = {item.key: item for item in items(Contribution.objects.filter(pk__in=keys), now=now)}
    out, used = [], []
    for public_id, relation, source, target, pinned, head in lines:
        mine = source == row.pk
        line = LinkLine(
            public_id=public_id,
            relation=relation,
            other=known[target if mine else source],
            pinned=pinned,
            stale=is_stale(pinned=pinned, head=head),
        )
        (out if mine else used).append(line)
    place = Placement.objects.filter(contribution=row, home=True).values_list("path", flat=True)
    path = place.first()
    return Whole(
        row=row,
        item=known[row.pk],
        reason=row.state_reason.rendered if row.state_reason else "",
        wordings=wordings(row),
        links=out,
        used=used,
        thread=first_page(row.debate, now=now, after=after, beneath=path) if path else Page([]),
    )


#: Links from what does not stand below a contribution: they are listed beside it.
_ELSEWHERE = (LinkKind.POINTS_TO, LinkKind.SUCCEEDS)


def wordings(row: Contribution) -> list[Wording]:
    """Every wording, oldest first. One query."""
    rows = Revision.objects.filter(contribution=row).select_related("text", "by").order_by("number")
    return [
        Wording(
            r.number,
            r.text.words,
            r.text.rendered if r.text.is_open else "",
            r.at,
            r.by.public_name,
        )
        for r in rows
    ]


def head_words(row: Contribution) -> str:
    """The newest wording as it was written. One query."""
    revision = (
        Revision.objects.filter(contribution=row, number=row.head).select_related("text").get()
    )
    return revision.text.words


def claims_by_ids(debate: Debate, public_ids: list[str]) -> list[Contribution]:
    """Standing claims of a debate, in the order of the ids. One query."""
    found = Contribution.objects.filter(
        debate=debate, public_id__in=public_ids, kind=Kind.CLAIM, state=State.STANDING
    )
    by_id = {row.public_id: row for row in found}
    return [by_id[public_id] for public_id in public_ids if public_id in by_id]


def senses(debate: Debate, *, now: datetime) -> list[tuple[str, list[Item]]]:
    """Definitions by term, in the order in which the terms were first defined. Five queries."""
    rows = Contribution.objects.filter(
        debate=debate, kind=Kind.DEFINITION, state=State.STANDING
    ).exclude(linked_from__kind=LinkKind.SUCCEEDS)
    by_term: dict[str, list[Item]] = defaultdict(list)
    for item in items(rows.order_by("id"), now=now):
        by_term[item.term.casefold()].append(item)
    return [(of_term[0].term, of_term) for of_term in by_term.values()]


def written_by(member: Member, *, now: datetime, before: int = 0, size: int = 20) -> list[Item]:
    """What a member said, newest first. Five queries."""
    rows = Contribution.objects.filter(author=member)
    if before:
        rows = rows.filter(pk__lt=before)
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[:size])
    return items(Contribution.objects.filter(pk__in=keys).order_by("-pk"), now=now)


def stale_links_of(member: Member, *, now: datetime) -> list[LinkLine]:
    """Links of a member's own texts that wait for them to confirm. Six queries."""
    rows = list(
        Link.objects.filter(source__author=member, source__state=State.STANDING)
        .exclude(pinned__number=F("target__head"))
        .order_by("id")
        .values_list("public_id", "kind", "source_id", "pinned__number")[:_BESIDE]
    )
    sources = Contribution.objects.filter(pk__in=[row[2] for row in rows])
    known = {item.key: item for item in items(sources, now=now)}
    return [
        LinkLine(public_id, kind, known[source], pinned, stale=True)
        for public_id, kind, source, pinned in rows
    ]
