"""What supports what, as far as a question needs it."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import F
from django.db.models.functions import Coalesce

from college.debates.models import Contribution, Debate, Link
from college.debates.rules.kinds import ArgumentForm, Kind, LinkKind, State


def support_above(start: int, *, until: Collection[int]) -> dict[int, list[int]]:
    """Edges of support that lead on from ``start``: premise to argument, argument to its conclusion.

    Stops when one of ``until`` is reached. Two queries per level of reasons, and one more.
    """
    edges: dict[int, list[int]] = defaultdict(list)
    seen, frontier = {start}, {start}
    supporting = {"source__form": ArgumentForm.SUPPORTS, "source__state": State.STANDING}
    while frontier and not seen & set(until):
        found = set()
        for premise, argument in Link.objects.filter(
            kind=LinkKind.PREMISE, target__in=frontier, **supporting
        ).values_list("target_id", "source_id"):
            edges[premise].append(argument)
            found.add(argument)
        for argument, conclusion in Link.objects.filter(
            kind=LinkKind.CONCLUSION, source__in=frontier | found, **supporting
        ).values_list("source_id", "target_id"):
            if conclusion not in edges[argument]:
                edges[argument].append(conclusion)
            found.add(conclusion)
        frontier = found - seen
        seen |= frontier
    return dict(edges)


def stances(debate: Debate) -> list[tuple[int, int, str]]:
    """Who stands for or against a claim: keys of claim and viewpoint, and ``for`` or ``against``.

    For: those who said it, argued for it or granted it; against: those who argued against it. A viewpoint
    that was merged counts as the one it is part of now. Three queries.
    """
    side = Coalesce(F("viewpoint__merged_into"), F("viewpoint"))
    standing = Contribution.objects.filter(
        debate=debate, state=State.STANDING, viewpoint__isnull=False
    ).annotate(side=side)
    said = standing.filter(kind=Kind.CLAIM).values_list("pk", "side")
    found = [(claim, view, "for") for claim, view in said]
    argued = standing.filter(
        links__kind=LinkKind.CONCLUSION, links__target__kind=Kind.CLAIM
    ).values_list("links__target", "side", "form")
    for claim, view, form in argued:
        if form in _SIDES:
            found.append((claim, view, _SIDES[form]))
    granted = standing.filter(kind=Kind.CONCESSION, revoked_at=None, links__kind=LinkKind.GRANTS)
    found += [(claim, view, "for") for claim, view in granted.values_list("links__target", "side")]
    return found


_SIDES = {ArgumentForm.SUPPORTS.value: "for", ArgumentForm.OPPOSES.value: "against"}


def public_ids(keys: Sequence[int]) -> list[str]:
    """Public ids in the order of the keys. One query."""
    names = dict(Contribution.objects.filter(pk__in=keys).values_list("pk", "public_id"))
    return [names[key] for key in keys]
