"""Which items the figures of a tally put before panels (spec/quizzes.md §4)."""

from collections.abc import Mapping
from typing import Any

from college.quizzes.rules.flags import Finding


def findings(now: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> list[Finding]:
    """The differences that count, by comparison and item.

    Of class C, also on trial; or of class B in two tallies running, the same way round and with takers
    enough. ``before``: the figures of the last tally with other counts by viewpoint.
    """
    earlier = {_about(row): row for row in before["dif"]} if before else {}
    return [
        Finding(row["item"], row["viewpoint"], row["common"]["d"] < 0, abs(row["common"]["d"]))
        for row in now["dif"]
        if row["common"] is not None and _counts(row, earlier.get(_about(row)))
    ]


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
