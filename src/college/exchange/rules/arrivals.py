"""The way of a file that was handed in on a page: read, looked at, taken in."""

from datetime import timedelta
from enum import StrEnum


class State(StrEnum):
    """``waiting`` and ``wanted`` are the clock's to do next; ``read`` waits for its member."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    WANTED = "wanted"
    STORING = "storing"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


#: The clock has work with these.
WORK = frozenset({State.WAITING, State.READING, State.WANTED, State.STORING})
#: Nothing more will come of these; their file is gone.
OVER = frozenset({State.DONE, State.REFUSED, State.DROPPED})
#: A file that was read and not taken in is kept so long; so is what was typed beside one that was refused.
KEPT = timedelta(days=2)
#: Rows of what found no place, on the page; the table holds their number.
SHOWN_ROWS = 200
