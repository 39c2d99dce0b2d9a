"""What falls due in quizzes: verdicts first, then what time brings."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model

from college.committees.models import Case
from college.debates.actions.enacting import enact_waiting
from college.ground.act import Act, Door
from college.quizzes.actions import (
    attempts,
    closing,
    flags,
    releasing,
    retelling_hearings,
    retellings,
    reviewing,
    staling,
    tallies,
)
from college.quizzes.models import Flag, Item, Quiz, RetellingHearing

#: Rows that keep the key to a case, and who enacts its verdict.
_ASKING: dict[type[Model], Callable[[Act, Case], bool]] = {
    Item: reviewing.enact,
    Flag: flags.enact,
    RetellingHearing: retelling_hearings.enact,
}
#: What falls due by time alone, in this order.
_STEPS: tuple[Callable[[Act], int], ...] = (
    closing.step,
    staling.step,
    releasing.step,
    attempts.forget_unanswered,
    tallies.step,
    retellings.forget_due,
)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many things were done. Safe to repeat. One query where no
    summary has a quiz."""
    if not Quiz.objects.exists():
        return 0
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    return enact_waiting(act, _ASKING) + sum(step(act) for step in _STEPS)
