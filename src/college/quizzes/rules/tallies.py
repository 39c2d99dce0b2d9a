"""The answers to a quiz as they are published: without persons, and by viewpoint only in counts.

All that leaves the attempts: every figure is computed from this document (spec/quizzes.md §3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.psychometrics import purification
from college.quizzes.rules.psychometrics.matrix import NOT_RIGHT, NOT_SHOWN, RIGHT, Answers, matrix

ANSWERS = "college-quiz-answers-v1"
#: What stands in a pattern where an item was not shown, and where it was shown and not known.
UNSHOWN, UNKNOWN = "", "?"
#: An estimate is told only as below, within or above what the text says.
BELOW, WITHIN, ABOVE = "<", "=", ">"


@dataclass(frozen=True, slots=True)
class Asked:
    """An item that somebody answered. ``document`` is the commitment of what its panels confirmed."""

    item: str
    document: str
    content: Content


@dataclass(frozen=True, slots=True)
class Taken:
    """One attempt. ``cells``: by item, what was answered first, as ``rules.answers`` publishes it."""

    declared: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """Of statements of a viewpoint, how many readings there were and how many said “recognised”."""

    viewpoint: str
    written: tuple[int, int]
    real: tuple[int, int]


def right_cell(content: Content) -> str:
    """What stands in a pattern where an item was answered rightly."""
    if content.kind is ItemKind.ESTIMATE:
        return WITHIN
    if content.kind is ItemKind.MATCH:
        return "-".join(map(str, content.key))
    return ",".join(map(str, sorted(content.key)))


def document(
    head: Mapping[str, Any],
    asked: Iterable[Asked],
    taken: Iterable[Taken],
    *,
    viewpoints: Sequence[str],
    heard: Iterable[Heard],
    trial: int,
    spread: int,
) -> dict[str, Any]:
    """The document. ``head``: the quiz, the number of the tally, and ``since``, the first tally whose takers
    are in it. ``viewpoints``: public ids in the order of letters. ``trial``: takers of both groups from which
    an item is looked at for fairness; ``spread``: the least of both in a stratum.

    The same for whatever order the attempts come in: rows stand in the order of their cells.
    """
    items = sorted(asked, key=lambda one: one.item)
    rows = sorted(
        ([one.cells.get(item.item, UNSHOWN) for item in items], one.declared) for one in taken
    )
    patterns = [row for row, _declared in rows]
    looked = purification.purified(
        answers([right_cell(item.content) for item in items], patterns),
        [declared for _row, declared in rows],
        viewpoints,
        trial=trial,
        least=spread,
    )
    return {
        "v": ANSWERS,
        **head,
        "items": [
            {"item": one.item, "document": one.document, "options": len(one.content.options)}
            for one in items
        ],
        "viewpoints": list(viewpoints),
        "patterns": patterns,
        "strata": [_strata(one, [item.item for item in items]) for one in looked],
        "retellings": [
            {"viewpoint": one.viewpoint, "written": list(one.written), "real": list(one.real)}
            for one in heard
        ],
    }


def stepped(
    made: dict[str, Any], before: Mapping[str, Any] | None, *, trial: int
) -> dict[str, Any]:
    """The document with its own strata only if every group in them grew by ``trial`` since the last ones.

    ``before``: the last answers document with strata. Two documents whose strata differ by a few takers would
    tell which viewpoint these few declared. Else the last strata stay, or none where the items changed.
    """
    if before is None or not made["strata"] or _grew(made["strata"], before["strata"], trial):
        return made
    kept = all(made[name] == before[name] for name in ("since", "items", "viewpoints"))
    return {**made, "strata": before["strata"] if kept else []}


def _grew(
    now: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]], trial: int
) -> bool:
    last = {_about(row): row["strata"] for row in before if row["round"] == 0}
    return all(
        abs(new - old) >= trial
        for row in now
        if row["round"] == 0 and _about(row) in last
        for new, old in zip(_takers(row["strata"]), _takers(last[_about(row)]), strict=True)
    )


def _about(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["item"], row["viewpoint"], row["against"]


def _takers(strata: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Of the reference and of the focal group."""
    return sum(one[1] + one[2] for one in strata), sum(one[3] + one[4] for one in strata)


def answers(keys: Sequence[str], patterns: Sequence[Sequence[str]]) -> Answers:
    """Patterns as a matrix. ``keys``: for each item, the cell of a right answer."""
    codes = [{UNSHOWN: NOT_SHOWN, key: RIGHT} for key in keys]
    rows = [
        [code.get(cell, NOT_RIGHT) for code, cell in zip(codes, row, strict=True)]
        for row in patterns
    ]
    return matrix(rows, len(keys))


def _strata(looked: purification.Looked, items: Sequence[str]) -> dict[str, Any]:
    return {
        "item": items[looked.item],
        "round": looked.round,
        "viewpoint": looked.comparison.viewpoint,
        "against": looked.comparison.against,
        "out": [items[at] for at in looked.out],
        "strata": [list(stratum) for stratum in looked.strata],
    }


def hearings(now: Iterable[Heard], before: Mapping[str, Any] | None, *, batch: int) -> list[Heard]:
    """What is published of readings: none below ``batch``, and nothing new until ``batch`` more are there.

    ``before``: the last answers document. A count that stays says nothing about whoever read meanwhile.
    """
    told = {one["viewpoint"]: one for one in before["retellings"]} if before else {}
    found = []
    for one in now:
        last = told.get(one.viewpoint, {})
        written = _count(one.written, last.get("written", (0, 0)), batch)
        real = _count(one.real, last.get("real", (0, 0)), batch)
        if written[0] or real[0]:
            found.append(Heard(one.viewpoint, written, real))
    return found


def _count(now: tuple[int, int], before: Sequence[int], batch: int) -> tuple[int, int]:
    moved = abs(now[0] - before[0]) >= batch
    read, recognised = now if moved else (before[0], before[1])
    return (read, recognised) if read >= batch else (0, 0)
