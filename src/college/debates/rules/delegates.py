"""Who speaks for a viewpoint: when an offer stands, and when a silent delegate is replaced."""

from datetime import datetime, timedelta
from enum import StrEnum


class Outcome(StrEnum):
    """What becomes of an offer whose notice is over."""

    STANDS = "stands"
    REPLACES = "replaces"
    WAITS = "waits"


class Departure(StrEnum):
    """Why somebody no longer speaks, or no longer moderates."""

    STEPPED_DOWN = "stepped-down"
    CHANGED_VIEWPOINT = "changed-viewpoint"
    SILENT = "silent"
    RESIGNED = "resigned"
    REFUSED = "refused"  # a case upheld an objection


def outcome(*, objected: bool, standing: bool, silent: bool) -> Outcome:
    """An offer stands unless a holder objected or somebody stands already who is not silent."""
    if objected:
        return Outcome.WAITS
    if not standing:
        return Outcome.STANDS
    return Outcome.REPLACES if silent else Outcome.WAITS


def is_silent(last_said: datetime, *, now: datetime, allowed: timedelta) -> bool:
    """``last_said``: the delegate's newest text in the debate, or when they began to stand or the debate
    to be open, whichever is latest."""
    return now - last_said > allowed
