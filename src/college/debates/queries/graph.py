"""What supports what, as far as a question needs it."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from college.debates.models import Contribution, Link
from college.debates.rules.kinds import ArgumentForm, LinkKind, State


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


def public_ids(keys: Sequence[int]) -> list[str]:
    """Public ids in the order of the keys. One query."""
    names = dict(Contribution.objects.filter(pk__in=keys).values_list("pk", "public_id"))
    return [names[key] for key in keys]
