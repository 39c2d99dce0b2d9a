"""Count what was answered, publish it without persons, and forget who answered what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from college.debates.actions.locking import locked
from college.ground.act import Act
from college.ground.charter import Charter
from college.quizzes.actions.flags import flag
from college.quizzes.events.tallies import TallyPublished
from college.quizzes.models import Answer, Attempt, Quiz, Tally
from college.quizzes.queries import tallies as queries
from college.quizzes.queries.tallies import Counted
from college.quizzes.rules import batches, figures, tallies
from college.quizzes.rules.findings import findings
from college.quizzes.rules.flags import Finding
from college.record.actions.entries import append
from college.record.actions.texts import commit_document
from college.record.charters import charter_in_force


@dataclass(frozen=True, slots=True)
class _Count:
    """A tally before it is published. ``last``: the one before it; ``entering``: what it counts first;
    ``found``: what it puts before panels."""

    number: int
    last: Tally | None
    entering: list[int]
    counted: Counted
    answers: dict[str, Any]
    figures: dict[str, Any]
    found: list[Finding]


def step(act: Act) -> int:
    """Forget what was kept long enough, then count quizzes whose day has come; how much was done.

    Forgetting comes first: what is no longer kept is in no newer document.
    """
    if not Quiz.objects.filter(released_at__isnull=False).exists():
        return 0
    charter = charter_in_force()
    done = forget(act.at - charter.clocks.answers_kept)
    for quiz in queries.due(act.at, charter.clocks.tally):
        done += count(act, quiz, charter) is not None
    return done


def count(act: Act, quiz: Quiz, charter: Charter) -> Tally | None:
    """Publish the next tally of a quiz; ``None`` where too few wait, or another was published meanwhile.

    The figures are computed before anything is locked, since that may take seconds: attempts that were
    counted change nothing any more, and answers that come in meanwhile are marked as not counting.
    """
    batch, last = charter.quizzes.batch, queries.newest(quiz)
    entering = batches.entering(queries.waiting(quiz, act.at.date(), batch=batch), batch=batch)
    if not entering:
        return None
    number = last.number + 1 if last else 1
    kept = batches.kept(queries.takers(quiz), entering=len(entering))
    since = min(kept or number, number)
    counted = queries.counted(quiz, since=since, entering=entering)
    compared = queries.compared(quiz)
    own = tallies.document(
        {"quiz": quiz.public_id, "tally": number, "since": since},
        counted.asked,
        counted.taken,
        viewpoints=queries.viewpoints(quiz),
        heard=tallies.hearings(queries.heard(quiz), queries.document(last, "answers"), batch=batch),
        trial=charter.quizzes.trial,
        spread=charter.quizzes.spread,
    )
    before = queries.document(compared, "answers")
    answers = tallies.stepped(own, before, trial=charter.quizzes.trial)
    items = {one.item: one.content.plain() for one in counted.asked}
    told = figures.document(answers, items, figures.thresholds(charter.quizzes))
    # Strata that stayed say nothing new: no item is flagged twice for the same answers.
    is_new = answers is own
    found = findings(told, queries.document(compared, "figures")) if is_new else []
    made = _Count(number, last, entering, counted, answers, told, found)
    return _publish(act, quiz, made)


def forget(before: datetime) -> int:
    """Delete attempts that were first counted before a moment, whole tallies at a time, and those begun
    before it that nobody counted; how many."""
    old = Q(tally__made_at__lte=before) | Q(tally=None, begun_on__lt=before.date())
    rows = Attempt.objects.filter(old)
    if not rows.exists():
        return 0
    with transaction.atomic():
        Answer.objects.filter(attempt__in=rows).delete()
        return rows.delete()[0]


@transaction.atomic
def _publish(act: Act, quiz: Quiz, made: _Count) -> Tally | None:
    debate = locked(quiz.summary.debate)
    if queries.newest(quiz) != made.last:
        return None
    tally = Tally.objects.create(
        quiz=quiz,
        number=made.number,
        made_at=act.at,
        takers=len(made.counted.taken),
        uncounted=queries.uncounted(quiz),
        answers=commit_document(made.answers),
        figures=commit_document(made.figures),
    )
    Attempt.objects.filter(pk__in=made.entering).update(tally=tally)
    _close(made.counted.unanswered)
    event = TallyPublished(
        tally=tally.public_id,
        quiz=quiz.public_id,
        number=tally.number,
        takers=tally.takers,
        uncounted=tally.uncounted,
        answers=tally.answers.commitment,
        figures=tally.figures.commitment,
    )
    append(act, event, subject=debate.public_id)
    flag(act, tally, made.found)
    return tally


def _close(unanswered: dict[int, list[str]]) -> None:
    """Items that a counted attempt left are answered for the taker alone from now on."""
    rows = list(Attempt.objects.filter(pk__in=unanswered))
    for row in rows:
        row.seen = [*row.seen, *(item for item in unanswered[row.pk] if item not in row.seen)]
    Attempt.objects.bulk_update(rows, ["seen"], batch_size=500)
