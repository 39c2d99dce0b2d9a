"""What was said in a debate, by what it is: what those who summarise it begin with."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import F, Q, QuerySet

from college.debates.models import Contribution, Debate
from college.debates.queries import graph
from college.debates.queries.thread import Item, items
from college.debates.rules.kinds import Kind, LinkKind, State

#: As many of each sort as somebody looks through; search finds the others.
MOST = 30


def of_kind(
    debate: Debate,
    kind: Kind,
    *,
    now: datetime,
    forms: Collection[str] = (),
    viewpoint: str = "",
    roots: bool = False,
) -> list[Item]:
    """Standing contributions of a kind, in the order of time. ``viewpoint``: the public id of the one that
    they speak for, those merged into it included. ``roots``: claims that are no reason for another. Nine
    queries at most."""
    rows = _standing(debate).filter(kind=kind)
    if forms:
        rows = rows.filter(form__in=forms)
    if viewpoint:
        rows = rows.filter(
            Q(viewpoint__public_id=viewpoint) | Q(viewpoint__merged_into__public_id=viewpoint)
        )
    if roots:
        rows = rows.exclude(linked_from__kind=LinkKind.PREMISE)
    if kind is Kind.CONCESSION:
        rows = rows.filter(revoked_at=None)
    return items(_first(rows), now=now)


def open_challenges(debate: Debate, *, now: datetime) -> list[Item]:
    """What was asked and not answered, in the order of time. Nine queries at most."""
    rows = _standing(debate).filter(kind=Kind.CHALLENGE, answered_at=None, merged_into=None)
    return items(_first(rows), now=now)


def contested(debate: Debate, *, now: datetime, forms: Collection[str] = ()) -> list[Item]:
    """Claims that one viewpoint stands for and another against, in the order of time. Twelve queries."""
    sides: dict[str, set[int]] = {"for": set(), "against": set()}
    for claim, _viewpoint, stance in graph.stances(debate):
        sides[stance].add(claim)
    rows = _standing(debate).filter(pk__in=sides["for"] & sides["against"])
    if forms:
        rows = rows.filter(form__in=forms)
    return items(_first(rows), now=now)


def _standing(debate: Debate) -> QuerySet[Contribution]:
    return Contribution.objects.filter(debate=debate, state=State.STANDING)


def _first(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """The first of them, as a queryset that can still be narrowed."""
    keys = list(rows.order_by("id").values_list(F("pk"), flat=True).distinct()[:MOST])
    return Contribution.objects.filter(pk__in=keys).order_by("id")
