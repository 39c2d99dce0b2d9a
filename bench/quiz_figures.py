"""The figures of a quiz: 5,000 takers × 50 items, two viewpoints, two items that are harder for one of them.

Floor: one pass over the matrix, counting what was right and what was shown of each item and each taker.
Peers, in an environment of their own: girth's two-parameter model, and statsmodels' common odds ratio and
logistic regressions on the strata that we publish, beside ours on the same.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from parts import cpu, home, peers
from parts.figures import Report, options, ratios

from college.quizzes.rules.psychometrics import classical, model, purification
from college.quizzes.rules.psychometrics.coarsening import Stratum
from college.quizzes.rules.psychometrics.functioning import mantel_haenszel
from college.quizzes.rules.psychometrics.matrix import NOT_SHOWN, RIGHT, Answers
from college.quizzes.rules.psychometrics.regression import regression

_TAKERS, _ITEMS = 5_000, 50
_VIEWPOINTS = ("v", "w")
_TRIAL, _LEAST = 200, 10
_ROUNDS = 7
_PEERS_ROUNDS = 3
_SHOWN = 8


def main() -> None:
    asked = options(__doc__)
    report = Report("The figures of a quiz of 5,000 takers and 50 items")
    answers, declared = _made()
    part = _drawn(answers)
    found = _fairness(answers, declared)
    assert model.fitted(answers).arrived
    last = [one.strata for one in found if one.last]
    floor, ours, part_of_it, fitted, drawn = [], [], [], [], []
    for _round in range(_ROUNDS):
        floor.append(cpu.of(lambda: _passed(answers)))
        ours.append(cpu.of(lambda: _figures(answers, declared)))
        part_of_it.append(cpu.of(lambda: _compared(last)))
        fitted.append(cpu.of(lambda: model.fitted(answers)))
        drawn.append(cpu.of(lambda: model.fitted(part)))
    report.row("one pass over the matrix", [1000 * s for s in floor], "ms CPU")
    report.at_most("all figures but the two-parameter model", ours, "s CPU", 1)
    report.row("  against one pass", ratios(ours, floor), "×")
    report.at_most("the two-parameter model", fitted, "s CPU", 10)
    report.row("  against one pass", ratios(fitted, floor), "×")
    report.row(f"  where each taker saw {_SHOWN} of the items", drawn, "s CPU")
    report.say(f"Rounds of purification: {found[-1].round + 1}.")
    with home.folder() as base, peers.environment(base, "girth", "statsmodels") as python:
        if python is None:
            report.say("girth and statsmodels could not be installed here: no peers.")
        else:
            theirs = _peers(python, base, answers, last)
            report.row("girth's model", theirs["girth"], "s CPU")
            report.at_most("  ours against it", _against(fitted, theirs["girth"]), "×", 1)
            report.row("statsmodels on the last strata", theirs["statsmodels"], "s CPU")
            same = _against(part_of_it, theirs["statsmodels"])
            report.at_most("  ours on the same strata against it", same, "×", 1)
    report.show(as_json=asked.json)


def _made() -> tuple[Answers, list[str]]:
    luck = np.random.default_rng(5)
    slopes, hard = np.exp(luck.normal(0, 0.3, _ITEMS)), luck.normal(size=_ITEMS)
    declared = [_VIEWPOINTS[taker % 2] for taker in range(_TAKERS)]
    logits = luck.normal(size=_TAKERS)[:, None] - hard
    logits[::2, [3, 17]] -= 0.8
    chance = 1 / (1 + np.exp(-slopes * logits))
    return (luck.random(chance.shape) < chance).astype(np.int8), declared


def _drawn(answers: Answers) -> Answers:
    """The same, but each taker saw only some of the items."""
    order = np.random.default_rng(6).random(answers.shape).argsort(axis=1)
    return np.where(order < _SHOWN, answers, NOT_SHOWN).astype(np.int8)


def _passed(answers: Answers) -> None:
    right, shown = answers == RIGHT, answers != NOT_SHOWN
    for axis in (0, 1):
        right.sum(axis=axis)
        shown.sum(axis=axis)


def _fairness(answers: Answers, declared: list[str]) -> tuple[purification.Looked, ...]:
    return purification.purified(answers, declared, _VIEWPOINTS, trial=_TRIAL, least=_LEAST)


def _figures(answers: Answers, declared: list[str]) -> None:
    """Everything that is published of a quiz but the model, of four options for each item."""
    classical.items(answers, [4] * _ITEMS)
    classical.reliability(answers, _SHOWN)
    for item in range(_ITEMS):
        chosen = (answers[:, [item]] == RIGHT) == [True, False, False, False]
        classical.picked(answers, item, chosen)
    for one in _fairness(answers, declared):
        if one.last:
            regression(one.strata)


def _compared(last: Sequence[Sequence[Stratum]]) -> None:
    """The common odds ratio and the logistic regressions, as statsmodels makes them of the same strata."""
    for strata in last:
        mantel_haenszel([one.table for one in strata])
        regression(strata)


def _peers(
    python: Path, base: Path, answers: Answers, last: Sequence[Sequence[Stratum]]
) -> dict[str, list[float]]:
    np.save(base / "answers.npy", answers)
    strata = base / "strata.json"
    strata.write_text(json.dumps(last), "utf-8")
    script = str(Path(__file__).parent / "parts" / "psychometrics.py")
    command = [str(python), script, str(base / "answers.npy"), str(strata), str(_PEERS_ROUNDS)]
    taken: dict[str, list[float]] = json.loads(cpu.program(command).printed.splitlines()[-1])
    return taken


def _against(ours: list[float], theirs: list[float]) -> list[float]:
    """They ran after ours: the middle of ours against each of theirs."""
    return [float(np.median(ours)) / one for one in theirs]


if __name__ == "__main__":
    main()
