"""The figures of a quiz, all computed from the published answers document (spec/quizzes.md §4).

Numbers are whole: counts, and thousandths of what is a share, a correlation, a delta or a logit. What too
few answers stand behind is ``None``: nothing is said where chance would speak.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np

from college.ground.charter.sections import Quizzes
from college.ground.intervals import Z95, wilson
from college.quizzes.rules import tallies
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.psychometrics import classical, model
from college.quizzes.rules.psychometrics.coarsening import Stratum
from college.quizzes.rules.psychometrics.functioning import Functioning, mantel_haenszel
from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, RIGHT, Answers
from college.quizzes.rules.psychometrics.regression import Regression, regression

FIGURES = "college-quiz-figures-v1"
#: The two-parameter model needs more than two items, or it tells ability and item apart by its prior alone.
FEWEST_MODELLED = 3
#: What may be chosen where there are no options: an estimate below, within or above.
_ESTIMATED = (tallies.BELOW, tallies.WITHIN, tallies.ABOVE)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """As the charter in force has them; they stand in the document. ``items``: of one mini-quiz."""

    items: int
    least_takers: int
    trial: int
    fair: int
    model: int
    spread: int


def thresholds(of: Quizzes) -> Thresholds:
    """Those of a charter."""
    return Thresholds(**{field.name: getattr(of, field.name) for field in fields(Thresholds)})


def document(
    answers: Mapping[str, Any], items: Mapping[str, Mapping[str, Any]], limits: Thresholds
) -> dict[str, Any]:
    """The figures of an answers document. ``items``: by public id, what its panels confirmed of each item."""
    contents = [from_plain(items[one["item"]]) for one in answers["items"]]
    patterns = answers["patterns"]
    keys = [tallies.right_cell(content) for content in contents]
    matrix = tallies.answers(keys, patterns)
    names = [one["item"] for one in answers["items"]]
    return {
        "v": FIGURES,
        "quiz": answers["quiz"],
        "tally": answers["tally"],
        "takers": len(patterns),
        "thresholds": asdict(limits),
        "items": _items(names, contents, patterns, matrix, limits.least_takers),
        "reliability": _reliability(matrix, limits),
        "dif": [_dif(row, limits.fair) for row in last_rounds(answers["strata"])],
        "model": _model(names, matrix, limits.model),
        "knowledge": [
            _knowledge(viewpoint, contents, matrix, limits.least_takers)
            for viewpoint in answers["viewpoints"]
        ],
    }


def thousandths(value: float | None) -> int | None:
    return None if value is None else round(1000 * value)


def last_rounds(strata: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of each comparison the strata of its last round, which is what counts."""
    last: dict[tuple[str, str], int] = {}
    for row in strata:
        key = (row["viewpoint"], row["against"])
        last[key] = max(row["round"], last.get(key, 0))
    return [row for row in strata if row["round"] == last[row["viewpoint"], row["against"]]]


def _items(
    names: Sequence[str],
    contents: Sequence[Content],
    patterns: Sequence[Sequence[str]],
    matrix: Answers,
    least: int,
) -> list[dict[str, Any]]:
    classic = classical.items(matrix, [_guessed(content) for content in contents])
    told = []
    for at, (name, content, found) in enumerate(zip(names, contents, classic, strict=True)):
        cells = [row[at] for row in patterns]
        enough = found.takers >= least
        told.append(
            {
                "item": name,
                "takers": found.takers,
                "right": found.right,
                "unknown": cells.count(tallies.UNKNOWN),
                "facility": thousandths(found.facility) if enough else None,
                "beyond_chance": thousandths(found.beyond_chance) if enough else None,
                "correlation": thousandths(found.correlation) if enough else None,
                "index": thousandths(found.index) if enough else None,
                "picked": _picked(matrix, at, content, cells, enough=enough),
            }
        )
    return told


def _guessed(content: Content) -> int:
    """Among how many options somebody who guesses chooses one; 0 where guessing is not like that."""
    one_of = content.kind not in {ItemKind.MATCH, ItemKind.ESTIMATE} and len(content.key) == 1
    return len(content.options) if one_of else 0


def _picked(
    matrix: Answers, at: int, content: Content, cells: Sequence[str], *, enough: bool
) -> list[dict[str, Any]]:
    """For each option, or below, within and above, who chose it; nothing of matching."""
    if content.kind is ItemKind.MATCH:
        return []
    number = len(content.options)
    options = _ESTIMATED if content.kind is ItemKind.ESTIMATE else tuple(map(str, range(number)))
    chosen = np.array(
        [[option in cell.split(",") for option in options] for cell in cells], dtype=np.bool_
    ).reshape(len(cells), len(options))
    telling = classical.picked(matrix, at, chosen) if enough else (None,) * len(options)
    return [
        {"chosen": count, "correlation": thousandths(correlation)}
        for count, correlation in zip(chosen.sum(axis=0).tolist(), telling, strict=True)
    ]


def _reliability(matrix: Answers, limits: Thresholds) -> int | None:
    if len(matrix) < limits.least_takers:
        return None
    return thousandths(classical.reliability(matrix, limits.items))


def _dif(row: Mapping[str, Any], fair: int) -> dict[str, Any]:
    strata = [Stratum(*counts) for counts in row["strata"]]
    reference = sum(one.right_reference + one.wrong_reference for one in strata)
    focal = sum(one.right_focal + one.wrong_focal for one in strata)
    return {
        "item": row["item"],
        "viewpoint": row["viewpoint"],
        "against": row["against"],
        "reference": reference,
        "focal": focal,
        "trial": min(reference, focal) < fair,
        "common": _common(mantel_haenszel([one.table for one in strata])),
        "logistic": _logistic(regression(strata)),
    }


def _common(found: Functioning | None) -> dict[str, Any] | None:
    if found is None:
        return None
    half = Z95 * found.error
    return {
        "d": thousandths(found.d),
        "error": thousandths(found.error),
        "low": thousandths(found.d - half),
        "high": thousandths(found.d + half),
        "chi2": thousandths(found.chi2),
        "p": thousandths(found.p),
        "class": found.ets,
    }


def _logistic(found: Regression | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "any": [thousandths(found.any_chi2), thousandths(found.any_p)],
        "uniform": [thousandths(found.uniform_chi2), thousandths(found.uniform_p)],
        "crossing": [thousandths(found.crossing_chi2), thousandths(found.crossing_p)],
        "effect": thousandths(found.effect),
        "class": found.jodoin_gierl,
    }


def _model(names: Sequence[str], matrix: Answers, least: int) -> list[dict[str, Any]] | None:
    """Of items that at least ``least`` takers were shown; the others say nothing of a taker in it."""
    shown = (matrix != NOT_SHOWN).sum(axis=0)
    used = [at for at in range(len(names)) if shown[at] >= least]
    if len(used) < FEWEST_MODELLED:
        return None
    found = model.fitted(matrix[:, used])
    if not found.arrived:
        return None
    return [
        {
            "item": names[at],
            "a": thousandths(found.slopes[number]),
            "c": thousandths(found.intercepts[number]),
            "b": thousandths(found.difficulties[number]),
        }
        for number, at in enumerate(used)
    ]


def _knowledge(
    viewpoint: str, contents: Sequence[Content], matrix: Answers, least: int
) -> dict[str, Any]:
    """How many answers about a viewpoint's arguments were right. ``low`` and ``high``: Wilson's interval."""
    about = matrix[:, [at for at, one in enumerate(contents) if one.viewpoint == viewpoint]]
    answers, right = int((about != NOT_SHOWN).sum()), int((about == RIGHT).sum())
    low, high = wilson(right, answers) if answers >= least else (None, None)
    return {
        "viewpoint": viewpoint,
        "items": about.shape[1],
        "answers": answers,
        "right": right,
        "low": thousandths(low),
        "high": thousandths(high),
    }
