"""The answers to a quiz as they were published: no person in them, and no small number
(``spec/quizzes.md`` section 3)."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from college_verify.fields import is_commitment, is_id
from college_verify.findings import Broken, shown
from college_verify.quiz_classical import right_cell
from college_verify.quiz_fairness import common
from college_verify.quiz_figures import groups

FORMAT = "college-quiz-answers-v1"
_MEMBERS = {
    *("v", "quiz", "tally", "since", "items", "viewpoints"),
    *("patterns", "strata", "retellings"),
}
_STRATA = {"item", "round", "viewpoint", "against", "out", "strata"}
_NUMBERS = re.compile(r"(?:0|[1-9][0-9]?)(?:,(?:0|[1-9][0-9]?))*")
_MATCHED = re.compile(r"(?:\?|0|[1-9][0-9]?)(?:-(?:\?|0|[1-9][0-9]?))*")
#: Rounds of one comparison, and how many items a score is made of at least.
_ROUNDS, _ANCHORS = 4, 2


class Answers:
    """An answers document that has the form of the specification. Raises ``Broken``.

    ``told``: the entry of the tally. ``items``: the documents of items whose key was confirmed before.
    """

    def __init__(self, value: Any, told: Mapping[str, Any], items: Mapping[str, Any]) -> None:
        if value.keys() != _MEMBERS:
            raise Broken("the answers have not exactly the members of their format")
        if (value["quiz"], value["tally"]) != (told["quiz"], told["number"]):
            raise Broken("the answers are of another tally")
        if not _is_number(value["since"]) or not 1 <= value["since"] <= told["number"]:
            raise Broken(f"the answers count takers since the tally {shown(value['since'])}")
        self.value, self.items = value, items
        self.names = [one["item"] for one in items_of(value)]
        self._check_viewpoints()
        if not isinstance(value["patterns"], list) or len(value["patterns"]) != told["takers"]:
            raise Broken("there are not as many patterns as takers")

    def _check_viewpoints(self) -> None:
        sides = self.value["viewpoints"]
        if not isinstance(sides, list) or not all(map(is_id, sides)):
            raise Broken("their viewpoints are no ids")
        if len(set(sides)) != len(sides):
            raise Broken("they name a viewpoint twice")

    def patterns(self) -> list[frozenset[tuple[str, str]]]:
        """Each taker's answers by item, after a look at every cell."""
        rows = self.value["patterns"]
        known: dict[str, set[str]] = {name: {""} for name in self.names}
        for row in rows:
            if not isinstance(row, list) or len(row) != len(self.names):
                raise Broken("a pattern has not one cell for each item")
            for name, cell in zip(self.names, row, strict=True):
                if not isinstance(cell, str):
                    raise Broken(f"a cell of the item {shown(name)} is {shown(cell)}")
                if cell not in known[name]:
                    _check_cell(cell, name, self.items[name])
                    known[name].add(cell)
            if not any(row):
                raise Broken("a pattern has no answer in it")
        if any(one > other for one, other in pairwise(rows)):
            raise Broken("the patterns do not stand in their order")
        return [
            frozenset((name, cell) for name, cell in zip(self.names, row, strict=True) if cell)
            for row in rows
        ]

    def check_items(self) -> None:
        """Each was in the record before, and is as it was committed."""
        for one in self.value["items"]:
            document = self.items.get(one["item"])
            if document is None:
                raise Broken(f"no panels confirmed the key of {shown(one['item'])} before")
            if one["options"] != len(document["options"]) or not _is_number(one["options"]):
                raise Broken(f"the item {shown(one['item'])} has another number of options")

    def check_strata(self, limits: Mapping[str, int]) -> None:
        """Counts by viewpoint are coarse, possible, and of the rounds that follow from them."""
        rows, sides = self.value["strata"], self.value["viewpoints"]
        if not isinstance(rows, list) or not all(_is_of_strata(row) for row in rows):
            raise Broken("the strata have not the form of the specification")
        for row in rows:
            if row["item"] not in self.names or not set(row["out"]) <= set(self.names):
                raise Broken(f"strata are of the item {shown(row['item'])}, which is not counted")
            _check_coarse(row, limits)
        self._check_totals(rows)
        pairs = [(row["viewpoint"], row["against"]) for row in rows]
        order = [pair for pair, _rows in groupby(pairs)]
        allowed = _comparisons(sides)
        if order != [pair for pair in allowed if pair in order]:
            raise Broken("the strata compare others than the viewpoints in their order")
        for _pair, of in groupby(rows, key=lambda row: (row["viewpoint"], row["against"])):
            self._check_rounds(list(of))

    def check_steps(self, before: Sequence[Mapping[str, Any]] | None, trial: int) -> None:
        """Counts by viewpoint stay as they were until every group in them grew by so many: no two of them
        differ by a few."""
        rows = self.value["strata"]
        if before is None or rows == before:
            return
        names = ("item", "viewpoint", "against")
        last = {
            tuple(row[name] for name in names): groups(row["strata"])
            for row in before
            if row["round"] == 0
        }
        for row in rows:
            old = last.get(tuple(row[name] for name in names))
            if row["round"] or old is None:
                continue
            grown = [abs(a - b) for a, b in zip(groups(row["strata"]), old, strict=True)]
            if min(grown) < trial:
                raise Broken(
                    f"the strata of {shown(row['item'])} differ from the last by only {min(grown)} takers"
                )

    def _check_totals(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Nobody is in a count by viewpoint who is in no pattern."""
        at = {name: index for index, name in enumerate(self.names)}
        totals: dict[str, tuple[int, int]] = {}
        for row in rows:
            name = row["item"]
            if name not in totals:
                cells = [cells[at[name]] for cells in self.value["patterns"]]
                right = cells.count(right_cell(self.items[name]))
                totals[name] = right, len(cells) - cells.count("") - right
            right = sum(one[1] + one[3] for one in row["strata"])
            wrong = sum(one[2] + one[4] for one in row["strata"])
            if right > totals[name][0] or wrong > totals[name][1]:
                raise Broken(f"the strata of {shown(name)} count more answers than the patterns")

    def _check_rounds(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """One comparison: who is left out of the score follows from the round before."""
        rounds = [list(of) for _number, of in groupby(rows, key=lambda row: row["round"])]
        if [of[0]["round"] for of in rounds] != list(range(len(rounds))):
            raise Broken("the rounds of a comparison are not counted from 0")
        out: set[str] = set()
        for number, of in enumerate(rounds):
            names = [row["item"] for row in of]
            if names != [row["item"] for row in rounds[0]] or names != sorted(set(names)):
                raise Broken("a round is not of the items of the first, in their order")
            for row in of:
                if row["out"] != sorted(out - {row["item"]}):
                    raise Broken(
                        f"other items are left out of the score for {shown(row['item'])} in round "
                        f"{number} than were found unfair before"
                    )
            found = {row["item"] for row in of if _is_unfair(row["strata"])}
            is_last = (
                found == out or number == _ROUNDS - 1 or len(self.names) - len(found) < _ANCHORS
            )
            if is_last != (number == len(rounds) - 1):
                raise Broken("a comparison does not end with the round with which it has to")
            out = found

    def check_retellings(self, before: Mapping[str, Any] | None, batch: int) -> None:
        """Readings are told by batches: none below one, and nothing new until one more is there."""
        rows, sides = self.value["retellings"], self.value["viewpoints"]
        if not isinstance(rows, list) or not all(_is_heard(row) for row in rows):
            raise Broken("what was said of retellings has not the form of the specification")
        names = [row["viewpoint"] for row in rows]
        if names != [side for side in sides if side in names]:
            raise Broken("retellings are not of the viewpoints in their order")
        told = {row["viewpoint"]: row for row in before["retellings"]} if before else {}
        for row in rows:
            for kind in ("written", "real"):
                read = row[kind][0]
                last = told.get(row["viewpoint"], {}).get(kind, [0, 0])
                if 0 < read < batch:
                    raise Broken(f"only {read} readings of retellings are told")
                if (
                    before is not None
                    and read
                    and row[kind] != last
                    and abs(read - last[0]) < batch
                ):
                    raise Broken("fewer readings of retellings came in than are told at a time")


def items_of(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The items that an answers document counts. Raises ``Broken`` if they are none."""
    members, rows = {"item", "document", "options"}, value.get("items")
    if not isinstance(rows, list) or not all(
        isinstance(one, dict)
        and one.keys() == members
        and is_id(one["item"])
        and is_commitment(one["document"])
        for one in rows
    ):
        raise Broken("the items of the answers have not the form of the specification")
    names = [one["item"] for one in rows]
    if names != sorted(set(names)):
        raise Broken("the items of the answers do not stand in their order, each once")
    return rows


def _is_number(value: Any) -> bool:
    return type(value) is int and value >= 0


def _check_cell(cell: str, name: str, document: Any) -> None:
    """What may stand in a pattern: an option there is, or that nobody knew; of an estimate no number."""
    if cell == "?" or (document["kind"] == "estimate" and cell in {"<", "=", ">"}):
        return
    if document["kind"] != "estimate" and _is_chosen(cell, document):
        return
    raise Broken(f"a cell of the item {shown(name)} is {shown(cell)}")


def _is_chosen(cell: str, document: Any) -> bool:
    number = len(document["options"])
    if document["kind"] == "match":
        parts = cell.split("-")
        whole = len(parts) == len(document["prompts"]) and set(parts) != {"?"}
        return bool(_MATCHED.fullmatch(cell)) and whole and _among(parts, number)
    parts = cell.split(",")
    if not _NUMBERS.fullmatch(cell) or not _among(parts, number):
        return False
    rising = all(int(one) < int(other) for one, other in pairwise(parts))
    return rising and (len(parts) == 1 or len(document["key"]) > 1)


def _among(parts: Sequence[str], number: int) -> bool:
    return all(part == "?" or int(part) < number for part in parts)


def _is_of_strata(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and row.keys() == _STRATA
        and isinstance(row["out"], list)
        and isinstance(row["strata"], list)
        and _is_number(row["round"])
        and all(
            isinstance(one, list) and len(one) == 5 and all(map(_is_number, one))
            for one in row["strata"]
        )
    )


def _check_coarse(row: Mapping[str, Any], limits: Mapping[str, int]) -> None:
    name, strata = shown(row["item"]), row["strata"]
    if min(groups(strata)) < limits["trial"]:
        raise Broken(f"the item {name} is compared with fewer takers than the charter asks for")
    for one in strata:
        if min(one[1] + one[2], one[3] + one[4]) < limits["spread"]:
            raise Broken(f"a stratum of the item {name} has too few takers of a group")
        if one[0] > 1000 * sum(one[1:]):
            raise Broken(f"a stratum of the item {name} has a score above all")
    if any(a[0] * sum(b[1:]) >= b[0] * sum(a[1:]) for a, b in pairwise(strata)):
        raise Broken(f"the strata of the item {name} are not in the order of their scores")


def _comparisons(sides: Sequence[str]) -> list[tuple[str, str]]:
    if len(sides) == 2:
        return [(sides[0], sides[1])]
    return [(side, "") for side in sides] if len(sides) > 2 else []


def _is_unfair(strata: Sequence[Sequence[int]]) -> bool:
    found = common(strata)
    return found is not None and found["class"] != "A"


def _is_heard(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and row.keys() == {"viewpoint", "written", "real"}
        and all(
            isinstance(row[kind], list)
            and len(row[kind]) == 2
            and all(map(_is_number, row[kind]))
            and row[kind][1] <= row[kind][0]
            for kind in ("written", "real")
        )
    )
