"""A summary's quiz begins with its first item."""

from dataclasses import replace

from django.db import transaction

from college.debates.actions.locking import locked
from college.ground.act import Act
from college.quizzes.events.quizzes import QuizMade
from college.quizzes.models import Quiz
from college.quizzes.queries.quizzes import of_debate
from college.record.actions.entries import append
from college.summaries.models import Summary


@transaction.atomic
def quiz_of(act: Act, summary: Summary) -> Quiz:
    """The quiz of a summary, begun now if there is none. Safe to repeat.

    The entry names nobody: that a member writes at an item is told to nobody else until it goes to panels.
    """
    debate = locked(summary.debate)
    found = of_debate(debate)
    if found is not None:
        return found
    quiz = Quiz.objects.create(summary=summary, made_at=act.at)
    event = QuizMade(quiz=quiz.public_id, summary=summary.public_id, debate=debate.public_id)
    append(replace(act, actor="import"), event, subject=debate.public_id)
    return quiz
