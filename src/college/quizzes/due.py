"""What falls due in quizzes: verdicts first, then what time brings."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model

from college.committees.models import Case
from college.debates.actions.enacting import enact_waiting
from college.ground.act import Act, Door

#: Rows that keep the key to a case, and who enacts its verdict.
_ASKING: dict[type[Model], Callable[[Act, Case], bool]] = {}
#: What falls due by time alone, in this order.
_STEPS: tuple[Callable[[Act], int], ...] = ()


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many things were done. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    return enact_waiting(act, _ASKING) + sum(step(act) for step in _STEPS)
