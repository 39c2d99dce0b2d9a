"""The quiz of a summary, and which of its items are in it."""

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce

from college.debates.models import Debate
from college.debates.queries import labels
from college.quizzes.models import Item, Quiz
from college.quizzes.rules.life import BALANCED, ItemState

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


def live(quiz: Quiz) -> list[Item]:
    """The items from which mini-quizzes are drawn, the oldest first. One query."""
    return list(_in(quiz, ItemState.LIVE))


def item(quiz: Quiz, public_id: str) -> Item | None:
    """An item of a quiz, in whatever state. One query."""
    return _rows(quiz).filter(public_id=public_id).first()


def counts(quiz: Quiz) -> dict[str, int]:
    """By public id of every viewpoint, in the order of letters, how many items that are in the quiz or before
    panels ask about it. A viewpoint that was merged counts as the one it is part of. Two queries."""
    found = dict.fromkeys(labels.viewpoints_of(quiz.summary.debate), 0)
    rows = (
        Item.objects.filter(quiz=quiz, state__in=BALANCED, viewpoint__isnull=False)
        .annotate(of=Coalesce(F("viewpoint__merged_into__public_id"), F("viewpoint__public_id")))
        .values_list("of")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return found | {of: number for of, number in rows if of in found}


def _in(quiz: Quiz, *states: ItemState) -> QuerySet[Item]:
    return _rows(quiz).filter(state__in=states)


def _rows(quiz: Quiz) -> QuerySet[Item]:
    return Item.objects.filter(quiz=quiz).select_related("viewpoint", "version").order_by("id")
