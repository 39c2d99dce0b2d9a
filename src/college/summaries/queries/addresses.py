"""The pages of summaries that must be published whether or not a page links to them: permalinks never die."""

from collections.abc import Iterator

from college.summaries.models import Comment, Version
from college.summaries.rules import addresses

_AT_ONCE = 2_000


def all_addresses() -> Iterator[str]:
    """Every version's page, its coverage and changes, every comment's. Two queries, in batches."""
    versions = Version.objects.order_by("id").values_list("summary__debate__slug", "number")
    for slug, number in versions.iterator(_AT_ONCE):
        yield addresses.version(slug, number)
        yield addresses.coverage(slug, number)
        if number > 1:
            yield addresses.changes(slug, number)
    rows = Comment.objects.order_by("id").values_list("summary__debate__slug", "public_id")
    for slug, public_id in rows.iterator(_AT_ONCE):
        yield addresses.comment(slug, public_id)
