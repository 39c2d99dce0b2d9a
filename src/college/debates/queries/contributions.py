"""One contribution with everything said about it; definitions side by side; what a member wrote."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from college.debates.models import (
    Contribution,
    Debate,
    Link,
    Placement,
    Revision,
    Viewpoint,
)
from college.debates.queries.hearings import in_force
from college.debates.queries.thread import Item, Page, first_page, items
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.revisions import is_stale
from college.people.models import Member
from college.record.rules.states import TextState

_BESIDE = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """One revision. ``words`` as written, ``html`` rendered; both empty where it was erased."""

    number: int
    words: str
    html: str
    at: datetime
    by: str
    key: int = 0


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link, seen from one end. ``other`` is what stands at the other, ``out`` whether it leads there."""

    public_id: str
    relation: str
    other: Item
    pinned: int
    stale: bool
    out: bool = True


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
    lines = links_of(row, now=now, both_ways=True)
    place = Placement.objects.filter(contribution=row, home=True).values_list("path", flat=True)
    path = place.first()
    return Whole(
        row=row,
        item=items(Contribution.objects.filter(pk=row.pk), now=now)[0],
        reason=row.state_reason.rendered if row.state_reason else "",
        wordings=wordings(row),
        links=[line for line in lines if line.out],
        used=[line for line in lines if not line.out],
        thread=first_page(row.debate, now=now, after=after, beneath=path) if path else Page([]),
    )


def links_of(row: Contribution, *, now: datetime, both_ways: bool = False) -> list[LinkLine]:
    """Links that lead out of a contribution, in their order; ``both_ways``: also those that come in from
    what does not stand below it. Six queries."""
    wanted = Q(source=row)
    if both_ways:
        wanted |= Q(target=row, kind__in=_ELSEWHERE)
    lines = list(
        Link.objects.filter(wanted)
        .order_by("kind", "order", "id")
        .values_list(
            "public_id", "kind", "source_id", "target_id", "pinned__number", "target__head"
        )[:_BESIDE]
    )
    keys = {target if source == row.pk else source for _, _, source, target, _, _ in lines}
    known = {item.key: item for item in items(Contribution.objects.filter(pk__in=keys), now=now)}
    return [
        LinkLine(
            public_id=public_id,
            relation=relation,
            other=known[target if source == row.pk else source],
            pinned=pinned,
            stale=is_stale(pinned=pinned, head=head),
            out=source == row.pk,
        )
        for public_id, relation, source, target, pinned, head in lines
    ]


#: Links from what does not stand below a contribution: they are listed beside it.
_ELSEWHERE = (LinkKind.PREMISE, LinkKind.POINTS_TO, LinkKind.SUCCEEDS)


def targets(row: Contribution) -> dict[str, list[Contribution]]:
    """What a contribution links to, by relation and in order. One query."""
    found: dict[str, list[Contribution]] = defaultdict(list)
    for link in Link.objects.filter(source=row).select_related("target").order_by("kind", "order"):
        found[link.kind].append(link.target)
    return found


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
            r.pk,
        )
        for r in rows
    ]


def head_of(row: Contribution) -> Revision:
    """The newest wording, with its text, and the contribution as it is now. One query."""
    newest = Revision.objects.filter(contribution=row, number=F("contribution__head"))
    return newest.select_related("text", "contribution").get()


def head_words(row: Contribution) -> str:
    """The newest wording as it was written. One query."""
    return head_revision(row).text.words


def head_revision(row: Contribution) -> Revision:
    """The newest wording, to be pinned. One query."""
    return Revision.objects.select_related("text").get(contribution=row, number=row.head)


def own_statements(viewpoint: Viewpoint) -> QuerySet[Revision]:
    """Claims and arguments that holders of a viewpoint made for it, each in its newest wording, that anybody
    can read and no verdict speaks of; what was said for a viewpoint that is part of it now is its own. One
    query."""
    spoken_of = in_force().filter(hearing__revision=OuterRef("pk"))
    side = Q(contribution__viewpoint=viewpoint) | Q(contribution__viewpoint__merged_into=viewpoint)
    return (
        Revision.objects.filter(
            side,
            ~Exists(spoken_of),
            contribution__kind__in=[Kind.CLAIM, Kind.ARGUMENT],
            contribution__state=State.STANDING,
            number=F("contribution__head"),
            text__state=TextState.OPEN,
        )
        .select_related("contribution", "text")
        .order_by("id")
    )


def claims_by_ids(debate: Debate, public_ids: list[str]) -> list[Contribution]:
    """Standing claims of a debate, in the order of the ids. One query."""
    found = Contribution.objects.filter(
        debate=debate, public_id__in=public_ids, kind=Kind.CLAIM, state=State.STANDING
    )
    by_id = {row.public_id: row for row in found}
    return [by_id[public_id] for public_id in public_ids if public_id in by_id]


def by_ids(debate: Debate, public_ids: list[str]) -> list[Contribution]:
    """Contributions of a debate, in the order of the ids. One query."""
    found = Contribution.objects.filter(debate=debate, public_id__in=public_ids)
    known = {row.public_id: row for row in found}
    return [known[public_id] for public_id in public_ids if public_id in known]


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
