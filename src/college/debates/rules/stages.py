"""A debate's life: which stage may follow which, and when it falls due (DESIGN §4)."""

from enum import StrEnum


class Stage(StrEnum):
    """``registered``: in the register of questions not yet debated. ``closed``: awaiting its summary."""

    REGISTERED = "registered"
    PROPOSED = "proposed"
    FRAMING = "framing"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
