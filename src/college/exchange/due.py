"""What falls due in the exchange: files that were handed in on a page and wait to be read or taken in."""

from datetime import datetime

from college.exchange import queries
from college.exchange.actions.arrivals import forget, step
from college.exchange.rules.arrivals import KEPT
from college.ground.act import Act, Door


def due(now: datetime) -> int:
    """Read and take in what waits, and drop what was left behind; how many steps. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    done = sum(step(act, arrival, notify=True) for arrival in queries.work())
    for arrival in queries.left_behind(now - KEPT):
        forget(act, arrival)
        done += 1
    return done
