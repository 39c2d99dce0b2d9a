"""What falls due in summaries: verdicts first, then the dates of the work on each."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model

from college.committees.models import Case
from college.debates.actions.enacting import enact_waiting
from college.ground.act import Act, Door
from college.summaries.actions import (
    certifying,
    comment_hearings,
    editors,
    opening,
    reopening,
    settling,
    summaries,
)
from college.summaries.models import Certificate, CommentHearing, Reopening, SettledSection

#: Rows that keep the key to a case, and who enacts its verdict.
_ASKING: dict[type[Model], Callable[[Act, Case], bool]] = {
    SettledSection: settling.enact,
    Certificate: certifying.enact,
    Reopening: reopening.enact,
    CommentHearing: comment_hearings.enact,
}
#: What falls due by time alone, in this order.
_STEPS: tuple[Callable[[Act], int], ...] = (
    summaries.begin_due,
    editors.departed_due,
    opening.open_due,
    settling.ask_due,
    certifying.step,
    reopening.step,
)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many things were done. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    return enact_waiting(act, _ASKING) + sum(step(act) for step in _STEPS)
