"""Bars for shares and ratios, in units of a picture 200 wide. The numbers stand in the table beside them."""

from dataclasses import dataclass
from math import log2

from college.committees.rules.disparity import Disparity
from college.committees.rules.intervals import Share

_WIDTH = 200
#: A ratio's bar goes from one eighth to eight times, equal steps for equal ratios.
_OCTAVES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """``fill`` is how far the bar goes (0: none), ``low`` to ``high`` its interval, ``at`` its value.

    ``even`` is where neither side is restricted more often than the other; ``None`` for a share.
    """

    fill: int
    low: int
    high: int
    at: int
    even: int | None = None

    @property
    def length(self) -> int:
        return max(1, self.high - self.low)


def share_bar(found: Share) -> Bar:
    """From 0 to 100 %."""
    low, high, at = (round(_WIDTH * x) for x in (found.low, found.high, found.value))
    return Bar(fill=at, low=low, high=high, at=at)


def ratio_bar(found: Disparity) -> Bar | None:
    """Around one; what lies beyond the ends is drawn at them. ``None`` without an interval."""
    if found.ratio is None or found.low is None or found.high is None:
        return None
    return Bar(
        fill=0,
        low=_place(found.low),
        high=_place(found.high),
        at=_place(found.ratio),
        even=_place(1),
    )


def _place(ratio: float) -> int:
    step = max(-_OCTAVES, min(_OCTAVES, log2(ratio))) if ratio > 0 else -_OCTAVES
    return round(_WIDTH * (step + _OCTAVES) / (2 * _OCTAVES))
