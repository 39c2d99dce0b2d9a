"""What falls due in committees: epochs first, since everything drawn waits for their seeds."""

from datetime import datetime

from college.committees.actions import (
    cases,
    charts,
    controls,
    draws,
    epochs,
    reminders,
    retrials,
    rosters,
    seats,
    stewards,
)
from college.ground.act import Act, Door
from college.record.charters import is_founded

_STEPS = (
    epochs.step,
    rosters.step,
    draws.make_due,
    seats.step,
    stewards.step,
    cases.step,
    retrials.step,
    controls.step,
    charts.step,
    reminders.step,
)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many steps that took. Safe to repeat."""
    if not is_founded():
        return 0
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    return sum(step(act) for step in _STEPS)
