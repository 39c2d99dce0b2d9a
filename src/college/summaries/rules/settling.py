"""When a section is agreed on, and what becomes of one that is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def agreed(signed: Mapping[int, Signed], *, third: str) -> Take | None:
    """What both sides signed, if it is the same. ``third`` is the digest of the joint text as it is now."""
    first, second = signed.get(Side.FIRST), signed.get(Side.SECOND)
    if first is None or first != second:
        return None
    return None if first.take is Take.THIRD and first.digest != third else first.take


def left(first: Sequence[str], second: Sequence[str], *, returned: bool) -> Take | None:
    """What stands of a section that the teams did not agree on in time; ``None``: panels decide.

    ``first`` and ``second``: the words of the statements of either draft. Panels are asked about two texts
    that differ. ``returned``: a panel sent back the version that this round made; what nobody changed by
    agreement is the joint text once more, for the panel to see again.
    """
    if returned:
        return Take.THIRD
    if list(first) == list(second):
        return Take.BOTH
    if first and second:
        return None
    return Take.FIRST if first else Take.SECOND


def taken(ground: str) -> Take:
    """What a verdict means; its ground is empty where the panels kept both."""
    return _TAKEN.get(ground, Take.BOTH)
