"""The addresses that must be published whether or not a page links to them: permalinks never die."""

from collections.abc import Iterator

from college.debates.models import Contribution, Debate
from college.debates.rules import addresses

_AT_ONCE = 2_000


def all_addresses() -> Iterator[str]:
    """Every debate's page and every contribution's. Two queries, read in batches."""
    for slug in Debate.objects.order_by("id").values_list("slug", flat=True).iterator(_AT_ONCE):
        yield addresses.debate(slug)
    rows = Contribution.objects.order_by("id").values_list("debate__slug", "public_id")
    for slug, public_id in rows.iterator(_AT_ONCE):
        yield addresses.contribution(slug, public_id)
