"""What is said in words of an item's figures: computed from them, and so in no document."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

#: Thousandths: facility outside of the first two is said aloud, and correlation below the third.
HARD, EASY, WEAK = 200, 950, 150


class ItemRemark(StrEnum):
    """``negative``: those who were right elsewhere are wrong here, as with a wrong key or two readings."""

    HARD = "hard"
    EASY = "easy"
    WEAK = "weak"
    NEGATIVE = "negative"


class Difference(StrEnum):
    """Between holders of viewpoints who know as much: the classes of the Educational Testing Service."""

    NEGLIGIBLE = "A"
    MODERATE = "B"
    LARGE = "C"


def remarks(item: Mapping[str, Any]) -> tuple[ItemRemark, ...]:
    """Of one item's figures."""
    facility, correlation = item["facility"], item["correlation"]
    found = []
    if facility is not None and facility < HARD:
        found.append(ItemRemark.HARD)
    if facility is not None and facility > EASY:
        found.append(ItemRemark.EASY)
    if correlation is not None and correlation < WEAK:
        found.append(ItemRemark.NEGATIVE if correlation < 0 else ItemRemark.WEAK)
    return tuple(found)
