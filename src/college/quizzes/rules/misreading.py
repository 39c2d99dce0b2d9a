"""Where a summary misleads: items that most takers get wrong point back to its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Misread:
    """``wrong``: so many of ``takers`` answered, and not rightly. Who says “I don't know” is not misled."""

    item: str
    takers: int
    wrong: int


def misread(figures: Mapping[str, Any]) -> list[Misread]:
    """The items of a figures document (spec/quizzes.md §4) that more than half of their takers get wrong, the
    largest part first; with fewer takers than figures need, none."""
    least = figures["thresholds"]["least_takers"]
    found = [
        Misread(row["item"], row["takers"], row["takers"] - row["right"] - row["unknown"])
        for row in figures["items"]
        if row["takers"] >= least
    ]
    most = [one for one in found if 2 * one.wrong > one.takers]
    return sorted(most, key=lambda one: (-one.wrong / one.takers, one.item))
