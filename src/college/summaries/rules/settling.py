"""When a section is agreed on, and what becomes of one that is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from college.summaries.rules.life import Side, Take

#: What a ballot may tick: kept, both texts stand.
GROUNDS = ("first-draft", "second-draft")
RULE = "section"
_TAKEN = {"first-draft": Take.FIRST, "second-draft": Take.SECOND}


@dataclass(frozen=True, slots=True)
class Signed:
    """What a side signed: ``digest`` is empty but for a third text."""

    take: Take
    digest: str = ""


class Left(StrEnum):
    """What becomes of a section that the teams did not agree on in time."""

    PANELS = "panels"  # two texts that differ
    ALIKE = "alike"  # both say the same, or nothing
    FIRST = "first"  # there is only this text
    SECOND = "second"
    RETURNED = "returned"  # as it was in the version that came back


def agreed(signed: Mapping[int, Signed], *, third: str) -> Take | None:
    """What both sides signed, if it is the same. ``third`` is the digest of the joint text as it is now."""
    first, second = signed.get(Side.FIRST), signed.get(Side.SECOND)
    if first is None or first != second:
        return None
    return None if first.take is Take.THIRD and first.digest != third else first.take


def left(first: Sequence[str], second: Sequence[str], *, returned: bool) -> Left:
    """``first`` and ``second``: the words of the statements of either draft. ``returned``: a panel sent back
    the version that this round made; what nobody changed stays for the panel to see again."""
    if returned:
        return Left.RETURNED
    if list(first) == list(second):
        return Left.ALIKE
    if first and second:
        return Left.PANELS
    return Left.FIRST if first else Left.SECOND


def taken(ground: str) -> Take:
    """What a verdict means; its ground is empty where the panels kept both."""
    return _TAKEN.get(ground, Take.BOTH)
