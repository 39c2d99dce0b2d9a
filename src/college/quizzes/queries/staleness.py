"""Items whose words are not in the newest certified version any more, or can no longer be read."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from college.quizzes.models import Item
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemState
from college.quizzes.rules.staleness import is_stale
from college.record.rules.states import TextState
from college.summaries.models import Statement, Version
from college.summaries.rules.life import VersionState

#: States that a change of words ends; an item before its panels waits for their verdict first.
ENDED = (ItemState.LIVE, ItemState.FLAGGED)


def _gone(text: str) -> Q:
    """For good: what one duty member or one steward holds back for a time ends nothing (law 5)."""
    held = Q(**{f"{text}__state": TextState.WITHHELD, f"{text}__until": None})
    return Q(**{f"{text}__state": TextState.TOMBSTONE}) | held


def stale() -> list[Item]:
    """Items in quizzes that are stale, the oldest first; ``newest`` is the key of the version that made them
    so. At most two queries."""
    rows = _newest(Item.objects.filter(state__in=ENDED)).filter(
        ~Q(version=F("newest"))
        | _gone("document")
        | Exists(Statement.objects.filter(_gone("text"), version=OuterRef("newest")))
    )
    return _stale(rows)


def stale_now(item: Item) -> bool:
    """Whether an item in a quiz is stale. At most two queries."""
    return bool(_stale(_newest(Item.objects.filter(pk=item.pk, state__in=ENDED))))


def _newest(rows: QuerySet[Item]) -> QuerySet[Item]:
    certified = Version.objects.filter(
        summary=OuterRef("quiz__summary"), state=VersionState.CERTIFIED
    )
    newest = Subquery(certified.order_by("-number").values("pk")[:1])
    return rows.annotate(newest=newest).select_related("quiz__summary__debate", "document")


def _stale(rows: Iterable[Item]) -> list[Item]:
    found = sorted(rows, key=lambda item: item.pk)
    standing: dict[int, dict[str, str]] = {item.newest: {} for item in found}
    if standing:
        statements = Statement.objects.filter(~_gone("text"), version__in=standing)
        for version, statement, text in statements.values_list("version", "statement", "text"):
            standing[version][statement] = text
    return [
        item
        for item in found
        if _is_gone(item) or is_stale(from_plain(item.content), standing[item.newest])
    ]


def _is_gone(item: Item) -> bool:
    text = item.document
    withheld = text.state == TextState.WITHHELD and text.until is None
    return text.state == TextState.TOMBSTONE or withheld
