"""Items whose words are not in the newest certified version any more, or can no longer be read."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from college.quizzes.models import Item
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemState
from college.quizzes.rules.staleness import is_stale
from college.record.rules.states import TextState
from college.summaries.queries.statements import gone, has_gone, newest_certified_of, standing

#: States that a change of words ends; an item before its panels waits for their verdict first.
ENDED = (ItemState.LIVE, ItemState.FLAGGED)


def stale() -> list[Item]:
    """Items in quizzes that are stale, the oldest first. At most two queries."""
    rows = _newest(Item.objects.filter(state__in=ENDED))
    return _stale(rows.filter(~Q(version=F("newest")) | gone("document") | has_gone("newest")))


def stale_now(item: Item) -> bool:
    """Whether an item in a quiz is stale. At most two queries."""
    return bool(_stale(_newest(Item.objects.filter(pk=item.pk, state__in=ENDED))))


def _newest(rows: QuerySet[Item]) -> QuerySet[Item]:
    found = rows.annotate(newest=newest_certified_of("quiz__summary"))
    return found.select_related("quiz__summary__debate", "document")


def _stale(rows: Iterable[Item]) -> list[Item]:
    found = sorted(rows, key=lambda item: item.pk)
    stands = standing({item.newest for item in found})
    return [
        item
        for item in found
        if _is_gone(item) or is_stale(from_plain(item.content), stands[item.newest])
    ]


def _is_gone(item: Item) -> bool:
    text = item.document
    withheld = text.state == TextState.WITHHELD and text.until is None
    return text.state == TextState.TOMBSTONE or withheld
