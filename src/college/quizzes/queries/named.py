"""What a public id of the record stands for, in this room: the page it has, and its number."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import CharField, F, IntegerField, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from college.quizzes.models import Item, Quiz, Tally
from college.quizzes.rules import addresses
from college.quizzes.rules.life import RELEASED, ItemState


@dataclass(frozen=True, slots=True)
class Thing:
    """``noun`` is its model's name in lower case. ``number``: of a tally; of an item, of the newest tally."""

    noun: str
    path: str
    number: int = 0


#: Where figures stand once there are any; what has none leads to the door of its quiz.
_FIGURES: dict[str, Callable[[str, str], str]] = {
    "item": addresses.item_figures,
    "tally": lambda slug, _tally: addresses.figures(slug),
}


def named(public_ids: Collection[str]) -> dict[str, Thing]:
    """Quizzes, tallies, and items that went to panels. One query; none without ids."""
    ids = set(public_ids)
    if not ids:
        return {}
    asked = Item.objects.exclude(state=ItemState.DRAFT)
    rows = _rows(Quiz.objects.all(), ids, "summary__debate__slug").union(
        _rows(asked, ids, "quiz__summary__debate__slug", _counted()),
        _rows(Tally.objects.all(), ids, "quiz__summary__debate__slug", F("number")),
        all=True,
    )
    return {
        public_id: Thing(noun, _path(noun, slug, public_id, number), number)
        for public_id, noun, slug, number in rows
    }


def _counted() -> Coalesce:
    """The number of the newest tally, of an item that was ever in its quiz."""
    return Coalesce(Max("quiz__tallies__number", filter=Q(state__in=RELEASED)), 0)


def _path(noun: str, slug: str, public_id: str, number: int) -> str:
    of = _FIGURES.get(noun)
    return of(slug, public_id) if of and number else addresses.quiz(slug)


def _rows(
    rows: QuerySet[Quiz] | QuerySet[Item] | QuerySet[Tally],
    ids: set[str],
    slug: str,
    number: F | Coalesce | None = None,
) -> QuerySet[Quiz] | QuerySet[Item] | QuerySet[Tally]:
    noun = Value(rows.model.__name__.lower(), CharField())
    return (
        rows.filter(public_id__in=ids)
        .annotate(noun_=noun, number_=(number or Value(0)) + Value(0, IntegerField()))
        .values_list("public_id", "noun_", slug, "number_")
    )
