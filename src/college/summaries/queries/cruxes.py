"""What a debate turns on: cruxes by pairs of viewpoints, what would change minds, proposals to reopen."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from college.debates.models import Debate, Viewpoint
from college.debates.queries import delegates, graph, holdings, thread
from college.debates.queries.badges import Badge, badges
from college.debates.queries.thread import Item
from college.people.models import Member
from college.summaries.models import Crux, MindChange, Reopening, Summary
from college.summaries.rules.cruxes import Stance, Taken, partings
from college.summaries.rules.life import ReopeningState

#: Partings that editors are shown; a debate may have hundreds.
_PROPOSED = 40
_WAITING = (ReopeningState.NOTICED, ReopeningState.OBJECTED)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two viewpoints of a crux, and what it says would change its mind; ``None``: nothing yet."""

    viewpoint: Viewpoint
    mind: MindChange | None


@dataclass(frozen=True, slots=True)
class Named:
    """A crux with both sides. ``is_stale``: its claim has a newer wording than the one it pins."""

    row: Crux
    sides: tuple[Side, Side]
    reopenings: list[Reopening]
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim on which two viewpoints part, by the debate's own structure."""

    claim: Item
    between: tuple[Badge, Badge]


def of_summary(summary: Summary) -> list[Named]:
    """The cruxes that stand, in the order in which they were named. Three queries."""
    standing = MindChange.objects.filter(replaced_at=None).select_related("text")
    proposals = Reopening.objects.order_by("id").select_related("quotation", "by")
    rows = (
        Crux.objects.filter(summary=summary, dropped_at=None)
        .select_related("claim", "pinned__text", "first", "second")
        .prefetch_related(
            Prefetch("minds", queryset=standing, to_attr="standing"),
            Prefetch("reopenings", queryset=proposals, to_attr="proposals"),
        )
        .order_by("id")
    )
    return [_named(row) for row in rows]


def _named(row: Crux) -> Named:
    minds = {mind.viewpoint_id: mind for mind in row.standing}
    sides = (Side(row.first, minds.get(row.first_id)), Side(row.second, minds.get(row.second_id)))
    return Named(row, sides, row.proposals, row.pinned.number != row.claim.head)


def at(slug: str, public_id: str) -> Crux | None:
    """A crux by its address. One query."""
    return _whole().filter(summary__debate__slug=slug, public_id=public_id).first()


def fresh(crux: Crux) -> Crux:
    """As it is now. One query."""
    return _whole().get(pk=crux.pk)


def _whole() -> QuerySet[Crux]:
    return Crux.objects.select_related(
        "summary__debate", "claim", "pinned__text", "first", "second"
    )


def reopening_at(slug: str, public_id: str) -> Reopening | None:
    """A proposal by its address. One query."""
    rows = _proposals().filter(crux__summary__debate__slug=slug, public_id=public_id)
    return rows.first()


def reopening_fresh(reopening: Reopening) -> Reopening:
    """As it is now. One query."""
    return _proposals().get(pk=reopening.pk)


def _proposals() -> QuerySet[Reopening]:
    return Reopening.objects.select_related(
        "crux__summary__debate",
        "crux__claim",
        "crux__pinned__text",
        "crux__first",
        "crux__second",
        "source",
        "quotation",
        "reason",
        "objection",
        "answer",
        "by",
        "case",
    )


def waiting(debate: Debate) -> QuerySet[Reopening]:
    """Proposals to open a debate that are noticed or heard."""
    return Reopening.objects.filter(crux__summary__debate=debate, state__in=_WAITING)


def due(now: datetime) -> QuerySet[Reopening]:
    """Proposals whose notice is over, oldest first."""
    rows = Reopening.objects.filter(state=ReopeningState.NOTICED, reopens_at__lte=now)
    return rows.select_related("crux__summary__debate").order_by("reopens_at", "id")


def delegates_of(crux: Crux) -> list[Member]:
    """Who speaks for its two viewpoints. Two queries."""
    found = [delegates.standing(viewpoint) for viewpoint in (crux.first, crux.second)]
    return [delegate.member for delegate in found if delegate is not None]


def side_of(member: Member, crux: Crux) -> Viewpoint:
    """The one of the two that the member speaks for. Up to two queries."""
    sides = (crux.first, crux.second)
    return next(one for one in sides if delegates.speaks_for(member, one))


def side_held(member: Member, debate: Debate) -> str:
    """The public id of the viewpoint the member holds; empty for none. One query."""
    holding = holdings.current(member, debate)
    return holding.viewpoint.public_id if holding and holding.viewpoint else ""


def proposed(summary: Summary, *, now: datetime) -> list[Proposed]:
    """Claims on which two viewpoints part and that nobody has named between them. Up to ten queries."""
    named = set(
        Crux.objects.filter(summary=summary, dropped_at=None).values_list(
            "claim", "first", "second"
        )
    )
    taken = (Taken(claim, side, Stance(on)) for claim, side, on in graph.stances(summary.debate))
    found = [p for p in partings(taken) if (p.claim, p.first, p.second) not in named][:_PROPOSED]
    keys = [p.claim for p in found]
    claims = dict(zip(keys, graph.public_ids(keys), strict=True))
    items = thread.by_ids(list(claims.values()), now=now)
    known = badges({key for p in found for key in (p.first, p.second)})
    return [
        Proposed(items[claims[p.claim]], (known[p.first], known[p.second]))
        for p in found
        if claims[p.claim] in items
    ]
