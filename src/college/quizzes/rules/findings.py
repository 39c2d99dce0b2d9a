"""Which items the figures of a tally put before panels (spec/quizzes.md §4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """An item is harder, or easier, for holders of a viewpoint than for others who know as much. ``d``: the
    size of the difference, in thousandths of a delta."""

    item: str
    viewpoint: str
    harder: bool
    d: int


def findings(now: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> list[Finding]:
    """The largest difference of each item that has one, by item.

    Of class C, also on trial; or of class B in two tallies running, the same way round and with takers
    enough. ``before``: the figures of the tally before.
    """
    earlier = {_about(row): row for row in before["dif"]} if before else {}
    found: dict[str, Finding] = {}
    for row in now["dif"]:
        if row["common"] is None or not _counts(row, earlier.get(_about(row))):
            continue
        d = row["common"]["d"]
        one = Finding(row["item"], row["viewpoint"], d < 0, abs(d))
        if one.item not in found or found[one.item].d < one.d:
            found[one.item] = one
    return [found[item] for item in sorted(found)]


def _about(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["item"], row["viewpoint"], row["against"]


def _counts(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> bool:
    common = row["common"]
    if common["class"] == "C":
        return True
    if common["class"] == "A" or row["trial"]:
        return False
    return (
        before is not None
        and before["common"] is not None
        and before["common"]["class"] != "A"
        and not before["trial"]
        and (before["common"]["d"] < 0) == (common["d"] < 0)
    )
