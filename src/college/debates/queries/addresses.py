"""The addresses that must be published whether or not a page links to them: permalinks never die."""

from collections.abc import Iterator

from college.debates.models import Contribution, Debate, Restriction
from college.debates.rules import addresses

_AT_ONCE = 2_000


def all_addresses() -> Iterator[str]:
    """Every debate's page, every contribution's, every statement of reasons. Three queries, in batches."""
    for slug in Debate.objects.order_by("id").values_list("slug", flat=True).iterator(_AT_ONCE):
        yield addresses.debate(slug)
    rows = Contribution.objects.order_by("id").values_list("debate__slug", "public_id")
    for slug, public_id in rows.iterator(_AT_ONCE):
        yield addresses.contribution(slug, public_id)
    for public_id in Restriction.objects.order_by("id").values_list("public_id", flat=True):
        yield addresses.statement(public_id)
