"""Which items the figures of a tally put before panels (spec/quizzes.md §4)."""

from collections.abc import Mapping, Sequence
from math import erfc, sqrt
from typing import Any

from college.quizzes.rules.flags import Finding

#: How often chance alone may put anything of a tally before panels, where each viewpoint is compared.
LEVEL = 0.05


def findings(now: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> list[Finding]:
    """The differences that count, by comparison and item.

    Of class C, also on trial; or of class B in two tallies running, the same way round and with takers
    enough. Of more than two viewpoints, only what is still told from chance among so many comparisons.
    ``before``: the figures of the last tally with other counts by viewpoint.
    """
    told = told_from_chance(now["dif"])
    earlier = {_about(row): row for row in before["dif"]} if before else {}
    return [
        Finding(row["item"], row["viewpoint"], row["common"]["d"] < 0, abs(row["common"]["d"]))
        for row in now["dif"]
        if _about(row) in told and _counts(row, earlier.get(_about(row)))
    ]


def told_from_chance(rows: Sequence[Mapping[str, Any]]) -> set[tuple[str, str, str]]:
    """Item, viewpoint and against of the rows that say anything and, where each viewpoint is compared with
    all others, stay below the level by Holm's steps over all of them (Holm 1979)."""
    said = [row for row in rows if row["common"] is not None]
    if any(row["against"] for row in said):
        return {_about(row) for row in said}
    found: set[tuple[str, str, str]] = set()
    for row in sorted(said, key=lambda row: -int(row["common"]["chi2"])):
        if _chance(row["common"]["chi2"]) > LEVEL / (len(said) - len(found)):
            break
        found.add(_about(row))
    return found


def _chance(chi2: int) -> float:
    """Of a chi-squared with one degree of freedom, in thousandths. The published p is too round for it."""
    return erfc(sqrt(chi2 / 2000))


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
