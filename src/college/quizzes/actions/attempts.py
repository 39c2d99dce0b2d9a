"""Taking a quiz. Nothing of it enters the record: what is published is counted later, without persons.

There is no Act here, since nobody is known. Whoever has an attempt's address goes on with it.
"""

import secrets
from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction

from college.debates.queries import labels
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.quizzes.models import Answer, Attempt, Item, Quiz
from college.quizzes.queries import attempts as queries
from college.quizzes.queries import quizzes
from college.quizzes.rules import answers, selection
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemState
from college.record.charters import charter_in_force
from college.summaries.queries.versions import newest_certified

UNDECIDED = "undecided"
#: Days after which an attempt without an answer is forgotten: whoever began it has left.
_UNANSWERED = 2


def begin(quiz: Quiz, *, on: date, seen: Collection[str], declared: str, counts: bool) -> Attempt:
    """Draw a mini-quiz. ``seen``: public ids of items that the same browser answered before; others are
    drawn first, and these are not counted. ``declared``: a viewpoint's public id, ``undecided`` or empty.

    One INSERT. Refused: a quiz that cannot be taken, or not any more, and a viewpoint that there is not.
    """
    debate = quiz.summary.debate
    if declared and declared != UNDECIDED and declared not in labels.viewpoints_of(debate):
        raise Refusal("quizzes.attempt.unknown-viewpoint")
    if quiz.released_at is None or newest_certified(debate) is None:
        raise Refusal("quizzes.attempt.not-released")
    token = secrets.token_urlsafe(16)
    drawn = selection.draw(
        [
            (item.public_id, item.viewpoint.public_id if item.viewpoint else "")
            for item in quizzes.live(quiz)
        ],
        seen=seen,
        size=charter_in_force().quizzes.items,
        seed=token.encode(),
        viewpoints=quizzes.counts(quiz, {ItemState.LIVE}),
    )
    if not drawn:
        raise Refusal("quizzes.attempt.nothing-to-ask")
    return Attempt.objects.create(
        token=token,
        quiz=quiz,
        begun_on=on,
        items=drawn,
        seen=[item for item in drawn if item in seen],
        declared=declared,
        counts=counts,
    )


def answer(attempt: Attempt, item: str, given: str, certainty: int | None) -> Answer:
    """Keep an answer, written as ``rules.answers`` writes it; the first one stands, and is given back.

    One INSERT. Refused: an item that this attempt does not ask, and one that left the quiz meanwhile.
    """
    if item not in attempt.items:
        raise Refusal("quizzes.answer.not-shown")
    row = Item.objects.get(quiz=attempt.quiz_id, public_id=item)
    before = Answer.objects.filter(attempt=attempt, item=row).first()
    if before is not None:
        return before
    if not queries.is_askable(row):
        raise Refusal("quizzes.answer.item-gone")
    made = Answer(
        attempt=attempt,
        item=row,
        given=given,
        # Who does not know is not asked how surely.
        certainty=certainty if given else None,
        right=answers.is_right(from_plain(row.content), given),
    )
    # A form that was sent twice at once: the database keeps the first, and nothing is refused.
    Answer.objects.bulk_create([made], ignore_conflicts=True)
    return Answer.objects.get(attempt=attempt, item=row)


@transaction.atomic
def forget_unanswered(act: Act) -> int:
    """Attempts that were begun some days ago and never answered are deleted. How many there were."""
    day = act.at.date() - timedelta(days=_UNANSWERED)
    idle = Attempt.objects.filter(begun_on__lt=day, tally=None, answers=None)
    return idle.delete()[0]
