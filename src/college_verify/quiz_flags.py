"""Which items the figures of a tally put before panels, and no others (``spec/quizzes.md`` section 4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

from college_verify.findings import Broken, shown

#: A viewpoint, whether the item is harder for its holders, and by how much.
Found = tuple[str, bool, int]
_LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Standing:
    """When a tally was published: the items in the quiz, and what panels had found no fault with."""

    live: frozenset[str]
    kept: frozenset[tuple[str, str, bool]]


class Flags:
    """Takes the entries about quizzes in their order."""

    def __init__(self) -> None:
        self._state: defaultdict[str, dict[str, str]] = defaultdict(dict)  # quiz → item → state
        self._flagged: dict[str, tuple[str, str, bool]] = {}  # by case
        self._retired: dict[str, str] = {}  # item → the case that retired it
        self._kept: set[tuple[str, str, bool]] = set()
        self._of: defaultdict[str, dict[str, Found]] = defaultdict(dict)  # by tally

    def follow(self, kind: str, data: Any) -> None:
        """Take in the next entry."""
        states, item = self._state[data.get("quiz", "")], data.get("item", "")
        match kind.removeprefix("quizzes.item."):
            case "accepted" if states.get(item, "dropped") == "dropped":
                states[item] = "live"
            case "stale" | "dropped" as state:
                states[item] = state
            case "flagged":
                states[item] = "flagged"
                side, harder = data["viewpoint"], data["harder"]
                self._flagged[data["case"]] = (item, side, harder)
                self._of[data["tally"]][item] = (side, harder, data["d"])
            case "kept" | "retired" as said if data["case"] in self._flagged:
                self._judge(states, item, data["case"], kept=said == "kept")

    def _judge(self, states: dict[str, str], item: str, case: str, *, kept: bool) -> None:
        """What panels said; an item that left for another reason meanwhile stays out."""
        if kept:
            self._kept.add(self._flagged[case])
            turned = states.get(item) == "retired" and self._retired.get(item) == case
            if turned or states.get(item) == "flagged":
                states[item] = "live"
        else:
            self._kept.discard(self._flagged[case])
            if states.get(item) in {"live", "flagged"}:
                states[item], self._retired[item] = "retired", case

    def standing(self, quiz: str) -> Standing:
        live = {item for item, state in self._state[quiz].items() if state == "live"}
        return Standing(frozenset(live), frozenset(self._kept))

    def check(
        self,
        tally: str,
        standing: Standing,
        now: Mapping[str, Any],
        before: Mapping[str, Any] | None,
    ) -> None:
        """The items that were flagged are those that the figures find. Raises ``Broken``."""
        must: dict[str, Found] = {}
        for item, side, harder, d in sorted(_found(now, before), key=lambda one: (-one[3], one[1])):
            if item in standing.live and (item, side, harder) not in standing.kept:
                must.setdefault(item, (side, harder, d))
        told = self._of.get(tally, {})
        for item in sorted({*must, *told}):
            if item not in told:
                raise Broken(f"its figures flag the item {shown(item)}, and no case was opened")
            if told[item] != must.get(item):
                raise Broken(f"the item {shown(item)} was flagged otherwise than its figures do")


def _found(
    now: Mapping[str, Any], before: Mapping[str, Any] | None
) -> list[tuple[str, str, bool, int]]:
    names = ("item", "viewpoint", "against")
    last = {tuple(row[name] for name in names): row for row in before["dif"]} if before else {}
    found = []
    least = _least_chi2(now["dif"])
    for row in now["dif"]:
        common = row["common"]
        if common is None or common["chi2"] < least:
            continue
        twice = _is_moderate(row) and _is_same_way(last.get(tuple(row[n] for n in names)), common)
        if common["class"] == "C" or twice:
            found.append((row["item"], row["viewpoint"], common["d"] < 0, abs(common["d"])))
    return found


def _least_chi2(rows: Sequence[Mapping[str, Any]]) -> float:
    """Holm's steps over comparisons of each viewpoint with all others: from which chi-squared on, in
    thousandths, a difference counts. Two viewpoints are one comparison, and every difference counts."""
    told = sorted((row["common"]["chi2"] for row in rows if row["common"]), reverse=True)
    if any(row["against"] for row in rows):
        return 0
    for at, chi2 in enumerate(told):
        if erfc(sqrt(chi2 / 2000)) * (len(told) - at) > _LEVEL:
            return told[at - 1] if at else float("inf")
    return 0


def _is_moderate(row: Mapping[str, Any] | None) -> bool:
    """Class B or C, with takers enough that it is not on trial."""
    common = row["common"] if row else None
    return row is not None and common is not None and common["class"] != "A" and not row["trial"]


def _is_same_way(row: Mapping[str, Any] | None, common: Mapping[str, Any]) -> bool:
    return row is not None and _is_moderate(row) and (row["common"]["d"] < 0) == (common["d"] < 0)
