"""Items that quote words which are withheld or erased, and are told themselves as if they were not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from college.committees.models import Shown
from college.quizzes.models import Flag, Item
from college.quizzes.rules.content import from_plain
from college.record.models import Text
from college.record.queries import closed_by_commitment
from college.record.rules.states import TextState
from college.summaries.models import Statement

_FOREVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Quoting:
    """``closed``: of the texts that an item quotes, the one that is closed the most; ``own``: the texts that
    repeat its words, and are not closed as much."""

    item: Item
    closed: Text
    own: tuple[Text, ...]


def quoting(at: datetime) -> list[Quoting]:
    """The oldest first. Of whatever state: a dropped item's words are published too. One query where no
    sentence of a summary with a quiz is closed, else at most five. What has lapsed at ``at`` is open."""
    rows = Statement.objects.filter(version__summary__quiz__isnull=False)
    rows = rows.exclude(text__state=TextState.OPEN).exclude(text__until__lte=at)
    found = set(rows.values_list("text", "version__summary"))
    if not found:
        return []
    closed = closed_by_commitment({text for text, _summary in found})
    items = Item.objects.filter(quiz__summary__in={summary for _text, summary in found})
    told = [
        (item, max(of, key=_weight))
        for item in items.select_related("document", "case").order_by("id")
        if (of := [closed[s.text] for s in from_plain(item.content).sources if s.text in closed])
    ]
    own = _own([item for item, _closed in told])
    return [
        quoted
        for item, text in told
        if (quoted := _left(item, text, own.get(item.pk, []))) is not None
    ]


def is_blank(item: Item) -> bool:
    """Whether the words of an item were emptied. No query."""
    content = from_plain(item.content)
    return not content.stem and not any(source.exact for source in content.sources)


def _left(item: Item, text: Text, own: list[Text]) -> Quoting | None:
    """What is still to be closed of an item, if anything is."""
    weaker = tuple(one for one in own if _weight(one) < _weight(text))
    erased = text.state == TextState.TOMBSTONE and not is_blank(item)
    return Quoting(item, text, weaker) if weaker or erased else None


def _own(items: Iterable[Item]) -> dict[int, list[Text]]:
    """Their documents, and what panels were shown of them. Two queries."""
    found = {item.pk: [item.document] if item.document else [] for item in items}
    flags = Flag.objects.filter(item__in=found).values_list("case", "item")
    of = {item.case_id: item.pk for item in items if item.case_id} | dict(flags)
    # What else panels read of a flag are names of viewpoints, which stay.
    for shown in Shown.objects.filter(case__in=of, order=1).select_related("text"):
        found[of[shown.case_id]].append(shown.text)
    return found


def _weight(text: Text) -> tuple[int, datetime]:
    """How much a text is closed: open, withheld until a moment, withheld without an end, erased."""
    if text.state == TextState.OPEN:
        return 0, datetime.min.replace(tzinfo=UTC)
    return (2 if text.state == TextState.TOMBSTONE else 1), text.until or _FOREVER
