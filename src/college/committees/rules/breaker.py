"""The circuit breaker: when so many are flagged, the fault may lie with the charts, or with a faction."""

from collections.abc import Mapping
from enum import StrEnum

from college.ground.charter import Audit


class Breaker(StrEnum):
    """Why nobody is taken off the lottery for the rest of the term."""

    ROSTER = "roster"  # too large a share of the roster is flagged
    VIEWPOINT = "viewpoint"  # too many of one viewpoint beside another


def breaker(
    flagged: int, serving: int, by_viewpoint: Mapping[str, int], audit: Audit
) -> Breaker | None:
    """What stops suspending in this term, or ``None``.

    ``flagged`` of ``serving`` people of the roster have had an alarm in the term. ``by_viewpoint``: of one
    debate, how many of each viewpoint's holders on the roster have, zeros included. They are set beside each
    other only from ``breaker_least`` of one viewpoint on: of a handful of alarms, twice as many of one is
    chance. On a roster of which so many are more than ``breaker_share``, that share decides alone.
    """
    if flagged * 100 > audit.breaker_share * serving:
        return Breaker.ROSTER
    if len(by_viewpoint) > 1:
        most, fewest = max(by_viewpoint.values()), min(by_viewpoint.values())
        if most >= audit.breaker_least and most > audit.breaker_ratio * fewest:
            return Breaker.VIEWPOINT
    return None
