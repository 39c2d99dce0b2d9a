"""The closed lists of grounds: why an office may end, why a member may be suspended."""

from datetime import timedelta
from enum import StrEnum

from college.ground.charter import Clocks
from college.ground.refusals import Refusal

#: The ground of a charter's change, of a hold: the only one a ballot can tick.
CHANGE = "charter-change"
UNLAWFUL = "unlawful"


class RemovalGround(StrEnum):
    """Why somebody may be removed from an office."""

    NEGLECT = "office-neglected"
    ABUSE = "office-abused"
    INTEREST = "conflict-of-interest"


class SanctionGround(StrEnum):
    """Why somebody may be suspended from taking part. What they hold or argue is none."""

    REPEATED = "repeated-restrictions"
    FLOODING = "repeated-flooding"
    SECOND_NAME = "second-membership"
    TAMPERING = "tampering-with-a-case"


class Ending(StrEnum):
    """How something that waited or held for a time came to its end."""

    KEPT = "kept"
    GRANTED = "granted"
    LAPSED = "lapsed"
    OVERTURNED = "overturned"


def suspension(days: int, clocks: Clocks) -> timedelta:
    """How long a suspension of so many days lasts: at least one, at most a term on the roster."""
    most = max(1, clocks.term.days)
    if not 1 <= days <= most:
        raise Refusal("administration.sanction.length", most=most)
    return timedelta(days=days)
