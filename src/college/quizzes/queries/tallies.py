"""What the next tally of a quiz has to count, and what it counted before."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from college.debates.queries import labels
from college.quizzes.models import Answer, Attempt, Item, Quiz, Tally
from college.quizzes.queries import retellings
from college.quizzes.rules.answers import published
from college.quizzes.rules.batches import Waiting, is_countable
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.tallies import Asked, Heard, Taken


@dataclass
class Counted:
    """What a tally counts. ``unanswered``: by key of an attempt that is not whole, the items it leaves."""

    asked: list[Asked] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    unanswered: dict[int, list[str]] = field(default_factory=dict)


def due(now: datetime, every: timedelta) -> list[Quiz]:
    """Released quizzes of which nothing was counted since ``every`` before now. One query."""
    newer = Tally.objects.filter(quiz=OuterRef("pk"), made_at__gt=now - every)
    rows = Quiz.objects.filter(~Exists(newer), released_at__lte=now - every)
    return list(rows.select_related("summary__debate").order_by("id"))


def newest(quiz: Quiz) -> Tally | None:
    """With its documents. One query."""
    rows = Tally.objects.filter(quiz=quiz).select_related("answers", "figures")
    return rows.order_by("-number").first()


def compared(quiz: Quiz) -> Tally | None:
    """The newest tally with counts by viewpoint, and its documents. One query."""
    rows = Tally.objects.filter(quiz=quiz).select_related("answers", "figures")
    return next(
        (
            row
            for row in rows.order_by("-number").iterator()
            if (document(row, "answers") or {}).get("strata")
        ),
        None,
    )


def document(tally: Tally | None, name: str) -> dict[str, Any] | None:
    """One of the two documents of a tally: ``answers`` or ``figures``; ``None`` where it is not open."""
    text = getattr(tally, name) if tally else None
    return json.loads(text.words) if text is not None and text.is_open else None


def waiting(quiz: Quiz, today: date, *, batch: int) -> list[Waiting]:
    """Attempts that no tally counted and that can be counted, of groups of ``batch`` and more. Three queries;
    one where no group is so large."""
    rows = Attempt.objects.filter(quiz=quiz, tally=None, counts=True)
    groups = rows.order_by().values_list("declared").annotate(number=Count("pk"))
    large = [declared for declared, number in groups if number >= batch]
    if not large:
        return []
    rows = rows.filter(declared__in=large)
    answered: defaultdict[int, list[str]] = defaultdict(list)
    told = Answer.objects.filter(attempt__in=rows).order_by()
    for attempt, item in told.values_list("attempt_id", "item__public_id"):
        answered[attempt].append(item)
    return [
        Waiting(row.pk, row.declared)
        for row in rows
        if is_countable(
            items=row.items,
            answered=answered[row.pk],
            seen=row.seen,
            begun_on=row.begun_on,
            today=today,
        )
    ]


def takers(quiz: Quiz) -> dict[int, int]:
    """By the number of a tally, how many attempts it counted first that are still kept. One query."""
    rows = Tally.objects.filter(quiz=quiz, attempts__isnull=False)
    return dict(rows.order_by().values_list("number").annotate(takers=Count("attempts")))


def uncounted(quiz: Quiz) -> int:
    """Attempts still kept that count for nothing. One query."""
    return Attempt.objects.filter(quiz=quiz, counts=False).count()


def counted(quiz: Quiz, *, since: int, entering: Collection[int]) -> Counted:
    """Attempts that tallies from ``since`` on counted, and those that enter now, with the items that they
    answered. A viewpoint that was merged counts as the one it is part of. Four queries."""
    of = Q(tally__number__gte=since) | Q(tally=None)
    rows = Attempt.objects.filter(of, quiz=quiz, counts=True)
    new = frozenset(entering)
    chosen = {row.pk: row for row in rows.order_by() if row.tally_id is not None or row.pk in new}
    contents = {item.pk: item for item in _items(quiz)}
    read = {pk: from_plain(item.content) for pk, item in contents.items()}
    cells = _cells(rows, chosen, read)
    merged = labels.merged(quiz.summary.debate)
    found = Counted()
    answered: set[int] = set()
    for key, row in chosen.items():
        names = {contents[item].public_id: cell for item, cell in cells[key].items()}
        left = [item for item in row.items if item not in names]
        if left and key in new:
            found.unanswered[key] = left
        first = {item: cell for item, cell in names.items() if item not in row.seen}
        found.taken.append(Taken(merged.get(row.declared, row.declared), first))
        answered |= {item for item in cells[key] if contents[item].public_id in first}
    for item in answered:
        row_ = contents[item]
        found.asked.append(Asked(row_.public_id, str(row_.document_id), read[item]))
    return found


def viewpoints(quiz: Quiz) -> list[str]:
    """Public ids in the order of letters. One query."""
    return labels.viewpoints_of(quiz.summary.debate)


def heard(quiz: Quiz) -> list[Heard]:
    """How often statements of each viewpoint were read and recognised. Two queries."""
    return [
        Heard(
            one.viewpoint,
            (one.written_read, one.written_recognised),
            (one.real_read, one.real_recognised),
        )
        for one in retellings.aggregates(quiz.summary.debate)
    ]


def _items(quiz: Quiz) -> QuerySet[Item]:
    """Those that went to panels: no other is answered."""
    return Item.objects.filter(quiz=quiz, document__isnull=False).order_by()


def _cells(
    rows: QuerySet[Attempt], chosen: Collection[int], read: dict[int, Content]
) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {key: {} for key in chosen}
    told = Answer.objects.filter(attempt__in=rows).order_by()
    for attempt, item, given in told.values_list("attempt_id", "item_id", "given"):
        if attempt in found:
            found[attempt][item] = published(read[item], given)
    return found
