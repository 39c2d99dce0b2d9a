"""Who may be drawn for a roster, how large it is, and who may not sit on a case (DESIGN §5)."""

from datetime import datetime
from enum import StrEnum

from college.ground.charter import Charter, Size


class Party(StrEnum):
    """Why somebody does not sit on a case. In public each of these is ``party``: it hides who reported."""

    AUTHOR = "author"
    REPLIED = "replied"
    REPORTED = "reported"
    NAMED = "named"
    JUDGED = "judged"
    OTHER_SIDE = "other-side"  # holds another viewpoint than the one whose own panel this is


def is_eligible(
    joined_at: datetime,
    suspended: bool,
    last_term_ended_at: datetime | None,
    at: datetime,
    *,
    eligible_count: int,
    charter: Charter,
) -> bool:
    """Whether a member may be drawn for the roster at ``at``.

    ``suspended``: may not take part, or was taken off the lottery. ``eligible_count``: how many members
    are eligible if nobody had to rest; where they are fewer than ``roster.rest_from``, nobody has to.
    """
    clocks = charter.clocks
    if suspended or at - joined_at < clocks.standing:
        return False
    if last_term_ended_at is None or eligible_count < charter.roster.rest_from:
        return True
    return at - last_term_ended_at >= clocks.rest


def roster_size(eligible: int, charter: Charter) -> int:
    """How many of so many eligible people serve in a term.

    The charter's share of them (per cent, rounded down), or what the largest size that they could seat
    asks for, if that is more; never more than the charter's most, nor than there are.
    """
    roster = charter.roster
    usable = [size.pool for size in all_sizes(charter) if size.pool <= min(eligible, roster.most)]
    wanted = max([eligible * roster.share // 100, *usable])
    return min(wanted, roster.most, eligible)


def all_sizes(charter: Charter) -> tuple[Size, ...]:
    """Every size of the charter."""
    sizes = charter.sizes
    return (
        sizes.standard,
        sizes.small,
        sizes.labels,
        sizes.summaries,
        sizes.items,
        sizes.persons,
        sizes.bodies,
    )
