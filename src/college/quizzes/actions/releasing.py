"""A quiz is released once a balanced mini-quiz can be drawn from what panels confirmed."""

from django.db import transaction

from college.debates.actions.locking import locked
from college.ground.act import Act
from college.people.actions.notices import tell
from college.quizzes.events.quizzes import QuizReleased
from college.quizzes.models import Quiz
from college.quizzes.queries import quizzes
from college.quizzes.rules import addresses
from college.quizzes.rules.balance import may_release
from college.quizzes.rules.life import ItemState
from college.record.actions.entries import append
from college.record.charters import charter_in_force


def step(act: Act) -> int:
    """Release the quizzes that are ready; how many were."""
    return sum(release(act, quiz) for quiz in quizzes.unreleased())


@transaction.atomic
def release(act: Act, quiz: Quiz) -> bool:
    """Let everybody take a quiz that has enough for every viewpoint; whether it was time. Safe to repeat."""
    debate = locked(quiz.summary.debate)
    quiz = Quiz.objects.select_related("summary__debate").get(pk=quiz.pk)
    items = quizzes.live(quiz)
    alike = sum(item.viewpoint_id is None for item in items)
    counts = quizzes.counts(quiz, {ItemState.LIVE})
    if quiz.released_at or not may_release(counts, alike, charter_in_force().quizzes.fewest):
        return False
    quiz.released_at = act.at
    quiz.save(update_fields=["released_at"])
    event = QuizReleased(
        quiz=quiz.public_id,
        debate=debate.public_id,
        items=tuple(item.public_id for item in items),
    )
    append(act, event, subject=debate.public_id)
    path = addresses.quiz(debate.slug)
    for writer in {item.by_id: item.by for item in items}.values():
        tell(writer, "quizzes.quiz.released", params={}, path=path, at=act.at)
    return True
