"""Attempts at a quiz, in plenty: rows as taking it would leave them, made in one go."""

import secrets
from collections.abc import Callable, Sequence
from datetime import date

from college.quizzes.models import Answer, Attempt, Item, Quiz
from college.quizzes.rules.answers import is_right
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.tallies import right_cell

#: Whether the taker of a number has an item right.
Knows = Callable[[int, Item], bool]


def make_takers(
    quiz: Quiz,
    number: int,
    *,
    declared: str = "",
    on: date,
    items: Sequence[Item],
    answered: int | None = None,
    knows: Knows = lambda taker, item: taker % 3 > 0,
    counts: bool = True,
    seen: Sequence[Item] = (),
) -> list[Attempt]:
    """So many attempts at the same ``items``. ``answered``: only the first so many of these."""
    names = [item.public_id for item in items]
    rows = Attempt.objects.bulk_create(
        Attempt(
            token=secrets.token_urlsafe(16),
            quiz=quiz,
            begun_on=on,
            items=names,
            seen=[item.public_id for item in seen],
            declared=declared,
            counts=counts,
        )
        for _ in range(number)
    )
    told = [
        _answer(row, item, knows(at, item))
        for at, row in enumerate(rows)
        for item in items[:answered]
    ]
    Answer.objects.bulk_create(told, batch_size=500)
    return rows


def _answer(attempt: Attempt, item: Item, knows: bool) -> Answer:
    content = from_plain(item.content)
    given = _right(item) if knows else ""
    return Answer(attempt=attempt, item=item, given=given, right=is_right(content, given))


def _right(item: Item) -> str:
    content = from_plain(item.content)
    return content.estimate.value if content.estimate else right_cell(content)
