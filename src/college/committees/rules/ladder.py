"""What follows from rulings: a verdict, a second wave, a review (spec/tally.md)."""

from collections.abc import Sequence
from enum import StrEnum

from college.committees.rules.tally import KEPT, Choice, Ruling

#: Panels of more than this many seats are called at once.
_MOST_IN_WAVES = 5


class Step(StrEnum):
    """Where a case stands on the ladder."""

    FIRST = "first"  # its first panels
    REVIEW = "review"  # the fresh, larger panel: after a disagreement, or an appeal
    RETRIAL = "retrial"  # a blind second trial, for the audit


class CaseState(StrEnum):
    """Where a case is between being asked and being closed."""

    FILED = "filed"  # waits for the seed of its epoch
    SITTING = "sitting"  # a panel sits
    STEWARDS = "stewards"  # no lawful panel can be seated: two stewards may decide, provisionally
    SETTLED = "settled"  # there is a verdict; an appeal or a re-trial may still turn it
    WITHDRAWN = "withdrawn"  # nobody asks any more


def first_wave(seats: int, threshold: int) -> int:
    """How many seats of a panel are called at first: so many that agreeing, they settle it."""
    return max(threshold, seats - threshold + 1) if seats <= _MOST_IN_WAVES else seats


def verdict(rulings: Sequence[Ruling], *, every_side: bool = False) -> Ruling | None:
    """What panels of one mind on one ground came to; ``None``: they differ, and a review decides.

    ``every_side``: of a procedure in ``areas.OF_EVERY_SIDE``. Panels that differ have not agreed, and
    there is no review: everything stays.
    """
    first = rulings[0]
    if all(ruling == first for ruling in rulings):
        return first
    return KEPT if every_side else None


def may_appeal(step: Step, decided: Choice, *, every_side: bool = False) -> bool:
    """A grant that no review has seen may be appealed, once; a review is final for that wording.

    ``every_side``: of a procedure in ``areas.OF_EVERY_SIDE``, which has no review.
    """
    return not every_side and step is Step.FIRST and decided is Choice.GRANT
