"""Results that members keep for themselves. Nothing of them is told to anybody or enters the record."""

from django.db import transaction

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member
from college.quizzes.models import KeptResult
from college.quizzes.permissions import require
from college.quizzes.queries.attempts import Taking

#: Results that one member keeps: more are no notes to oneself any more.
MOST = 200


@transaction.atomic
def keep(act: Act, taking: Taking) -> KeptResult:
    """Keep what came of an attempt, without a tie to it: not even the order in which it asked. Kept twice on
    a day, it is kept once."""
    member = acting_member(act)
    require("may_keep_results", member)
    answers = [
        {
            "item": one.item,
            "right": one.right,
            "answered": one.answered,
            "certainty": one.certainty,
        }
        for one in sorted((asked.outcome for asked in taking.items), key=lambda one: one.item)
        if not one.gone
    ]
    if not any(answer["answered"] for answer in answers):
        raise Refusal("quizzes.result.nothing-answered")
    kept = KeptResult.objects.filter(member=member)
    today = kept.filter(quiz=taking.attempt.quiz, kept_on=act.at.date())
    same = next((row for row in today if row.answers == answers), None)
    if same is not None:
        return same
    if kept.count() >= MOST:
        raise Refusal("quizzes.result.too-many", most=MOST)
    return KeptResult.objects.create(
        member=member, quiz=taking.attempt.quiz, kept_on=act.at.date(), answers=answers
    )


@transaction.atomic
def remove(act: Act, public_id: str) -> None:
    """Delete one of one's own; what is gone already is no error."""
    KeptResult.objects.filter(member__public_id=act.actor, public_id=public_id).delete()
