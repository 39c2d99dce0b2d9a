"""What falls due in committees: epochs first, since everything drawn waits for their seeds."""

from datetime import datetime

from college.committees.actions import epochs
from college.ground.act import Act, Door

_STEPS = (epochs.step,)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many steps that took. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    return sum(step(act) for step in _STEPS)
