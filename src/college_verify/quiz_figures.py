"""The figures of a quiz, computed again from its answers document (``spec/quizzes.md`` section 4)."""

from collections.abc import Mapping, Sequence
from typing import Any

from college_verify import quiz_model
from college_verify.findings import Broken, shown
from college_verify.quiz_classical import Classical, Column, wilson
from college_verify.quiz_fairness import common, logistic

FORMAT = "college-quiz-figures-v1"
#: Of the charter's section quizzes, what the document repeats.
THRESHOLDS = ("items", "least_takers", "trial", "fair", "model", "spread")


def check(
    told: Mapping[str, Any],
    answers: Mapping[str, Any],
    items: Mapping[str, Any],
    limits: Mapping[str, int],
) -> None:
    """Every published figure is what comes out, or next to it in its last digit. Raises ``Broken``: the first
    that is not. ``items``: the documents of the items; ``limits``: those of the charter in force."""
    rows = answers["patterns"]
    names = [one["item"] for one in answers["items"]]
    columns = [Column(items[name], [row[at] for row in rows]) for at, name in enumerate(names)]
    must = _expected(answers, names, columns, limits)
    if told.keys() != {*must, "model"}:
        raise Broken("the figures have not exactly the members of their format")
    for name, value in must.items():
        _compare(told[name], value, name)
    quiz_model.check(told["model"], names, columns, limits["model"])


def _expected(
    answers: Mapping[str, Any],
    names: Sequence[str],
    columns: Sequence[Column],
    limits: Mapping[str, int],
) -> dict[str, Any]:
    takers, least = len(answers["patterns"]), limits["least_takers"]
    classical = Classical(columns, takers)
    few = takers < least
    return {
        "v": FORMAT,
        "quiz": answers["quiz"],
        "tally": answers["tally"],
        "takers": takers,
        "thresholds": {name: limits[name] for name in THRESHOLDS},
        "items": [
            {"item": name, **classical.item(column, least)}
            for name, column in zip(names, columns, strict=True)
        ],
        "reliability": None if few else classical.reliability(limits["items"]),
        "dif": [_dif(row, limits["fair"]) for row in last_rounds(answers["strata"])],
        "knowledge": [_knowledge(side, columns, least) for side in answers["viewpoints"]],
    }


def last_rounds(strata: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What counts of the strata: of each comparison its last round."""
    last: dict[tuple[str, str], int] = {}
    for row in strata:
        last[row["viewpoint"], row["against"]] = row["round"]
    return [row for row in strata if row["round"] == last[row["viewpoint"], row["against"]]]


def _dif(row: Mapping[str, Any], fair: int) -> dict[str, Any]:
    reference, focal = groups(row["strata"])
    return {
        "item": row["item"],
        "viewpoint": row["viewpoint"],
        "against": row["against"],
        "reference": reference,
        "focal": focal,
        "trial": reference < fair or focal < fair,
        "common": common(row["strata"]),
        "logistic": logistic(row["strata"]),
    }


def groups(strata: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Takers of the reference and of the focal group."""
    return sum(one[1] + one[2] for one in strata), sum(one[3] + one[4] for one in strata)


def _knowledge(side: str, columns: Sequence[Column], least: int) -> dict[str, Any]:
    about = [column for column in columns if column.document["viewpoint"] == side]
    answers, right = sum(one.takers for one in about), sum(one.hits for one in about)
    low, high = wilson(right, answers) if answers and answers >= least else (None, None)
    told = {"viewpoint": side, "items": len(about), "answers": answers, "right": right}
    return told | {"low": low, "high": high}


def _compare(told: Any, must: Any, where: str) -> None:
    """``must`` has floats where thousandths were rounded, and there alone one more or less is the same."""
    if isinstance(must, float):
        if type(told) is not int or abs(told - must) > 1:
            raise Broken(f"computed again, {where} comes to {must / 1000:.4f}, not {shown(told)}")
    elif isinstance(must, dict):
        if not isinstance(told, dict) or told.keys() != must.keys():
            raise Broken(f"{where} has not exactly the members of its format")
        for name, value in must.items():
            _compare(told[name], value, f"{name} of {where}")
    elif isinstance(must, list):
        if not isinstance(told, list) or len(told) != len(must):
            raise Broken(f"{where} has not {len(must):,} rows")
        for at, (one, other) in enumerate(zip(told, must, strict=True)):
            _compare(one, other, _place(other, at, where))
    elif type(told) is not type(must) or told != must:
        raise Broken(f"computed again, {where} is {shown(must)}, not {shown(told)}")


def _place(row: Any, at: int, where: str) -> str:
    if isinstance(row, dict) and "item" in row:
        return f"{where} at the item {shown(row['item'])}"
    return f"{where}, row {at + 1}"
