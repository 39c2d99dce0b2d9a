"""What falls due in summaries: verdicts first, then the dates of the work on each."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from college.committees.models import Case
from college.committees.queries import cases
from college.debates.actions.locking import locked_by_id
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
    return _verdicts(act) + sum(step(act) for step in _STEPS)


def _verdicts(act: Act) -> int:
    """Verdicts on what this room asked, oldest first."""
    done = 0
    for asking, enact in _ASKING.items():
        keys = asking._default_manager.filter(case__isnull=False).values("case")
        waiting = cases.unenacted().filter(pk__in=keys)
        done += sum(_enact_once(act, case, enact) for case in waiting)
    return done


@transaction.atomic
def _enact_once(act: Act, case: Case, enact: Callable[[Act, Case], bool]) -> bool:
    """Another tick at the same moment finds it done: whoever has the debate looks again."""
    locked_by_id(case.scope)
    now = cases.unenacted().filter(pk=case.pk).first()
    return now is not None and enact(act, now)
