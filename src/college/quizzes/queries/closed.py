"""Items that quote words which are withheld or erased, and are told themselves as if they were not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from college.quizzes.models import Flag, Item, Quiz
from college.quizzes.rules.content import from_plain
from college.record.models import Text
from college.record.queries import closed_by_commitment, texts_by_commitment
from college.record.rules.states import TextState
from college.summaries.queries import statements

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
    sentence of a summary with a quiz is closed, else at most six. What has lapsed at ``at`` is open."""
    found = statements.closed(Quiz.objects.values("summary"), at)
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
    """Their documents, and what panels were shown of them. Three queries."""
    found = {item.pk: [item.document] if item.document else [] for item in items}
    # What else panels read of a flag are names of viewpoints, which stay.
    keys = Item.objects.filter(pk__in=found, case__shown__order=1)
    flags = Flag.objects.filter(item__in=found, case__shown__order=1)
    shown = {
        *keys.values_list("pk", "case__shown__text"),
        *flags.values_list("item", "case__shown__text"),
    }
    texts = texts_by_commitment({text for _item, text in shown})
    for item, text in shown:
        found[item].append(texts[text])
    return found


def _weight(text: Text) -> tuple[int, datetime]:
    """How much a text is closed: open, withheld until a moment, withheld without an end, erased."""
    if text.state == TextState.OPEN:
        return 0, datetime.min.replace(tzinfo=UTC)
    return (2 if text.state == TextState.TOMBSTONE else 1), text.until or _FOREVER
