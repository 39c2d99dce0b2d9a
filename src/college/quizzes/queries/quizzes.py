"""The quiz of a summary, and which of its items are in it."""

from collections.abc import Collection, Iterable

from django.db.models import Count, QuerySet

from college.committees.models import Case
from college.debates.models import Debate
from college.quizzes.models import Flag, Item, Quiz
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import BALANCED, ItemState
from college.record.queries import closed_by_commitment
from college.summaries.queries import versions
from college.summaries.rules.sections import SectionKind

_WITH = ("summary__debate",)


def of_debate(debate: Debate) -> Quiz | None:
    """One query."""
    return Quiz.objects.select_related(*_WITH).filter(summary__debate=debate).first()


def by_slug(slug: str) -> Quiz | None:
    """The quiz of the debate at an address. One query."""
    return Quiz.objects.select_related(*_WITH).filter(summary__debate__slug=slug).first()


def by_id(public_id: str) -> Quiz | None:
    """One query."""
    return Quiz.objects.select_related(*_WITH).filter(public_id=public_id).first()


def unreleased() -> QuerySet[Quiz]:
    """Quizzes that nobody can take yet, with an item that panels confirmed. One query."""
    ready = Item.objects.filter(state=ItemState.LIVE).values("quiz")
    rows = Quiz.objects.filter(released_at=None, pk__in=ready).select_related(*_WITH)
    return rows.order_by("id")


def live(quiz: Quiz) -> list[Item]:
    """The items from which mini-quizzes are drawn, the oldest first. Two queries.

    What quotes words that are held back for a time is left out meanwhile.
    """
    return readable(_rows(quiz).filter(state=ItemState.LIVE))


def readable(items: Iterable[Item]) -> list[Item]:
    """Those whose own words, and those they rest on, may be read now. One query besides the items'."""
    found = list(items)
    texts = {item.pk: _texts(item) for item in found}
    closed = closed_by_commitment({text for one in texts.values() for text in one}).keys()
    return [item for item in found if not texts[item.pk] & closed]


def item(quiz: Quiz, public_id: str) -> Item | None:
    """An item of a quiz, in whatever state. One query."""
    return _rows(quiz).filter(public_id=public_id).first()


def item_of_case(case: Case) -> Item | None:
    """The item whose key a case is about. One query."""
    return Item.objects.select_related("quiz__summary__debate").filter(case=case).first()


def flag_of_case(case: Case) -> Flag | None:
    """The finding that a case looks at. One query."""
    rows = Flag.objects.select_related("item__quiz__summary__debate")
    return rows.filter(case=case).first()


def counts(quiz: Quiz, states: Collection[ItemState] = BALANCED) -> dict[str, int]:
    """By public id of every viewpoint that has a section in the newest certified version, in its order: how
    many items ask about it that are in the quiz or before panels. Two queries."""
    version = versions.newest_certified(quiz.summary.debate)
    sections = versions.document_of(version)["sections"] if version is not None else []
    sides = [one["viewpoint"] for one in sections if one["section"] == SectionKind.HOLDS]
    rows = Item.objects.filter(quiz=quiz, state__in=states, viewpoint__isnull=False)
    numbers = rows.order_by().values_list("viewpoint__public_id").annotate(number=Count("pk"))
    found = dict(numbers)
    return {side: found.get(side, 0) for side in sides}


def _texts(item: Item) -> set[str]:
    texts = {source.text for source in from_plain(item.content).sources}
    return texts | {item.document_id} if item.document_id else texts


def _rows(quiz: Quiz) -> QuerySet[Item]:
    return (
        Item.objects.filter(quiz=quiz).select_related("viewpoint", "version", "by").order_by("id")
    )
