"""Writes ``spec/vectors/draw.json`` anew, the same each time: ``python -m tests.agreement.draw_vectors``."""

import hashlib
import json
from pathlib import Path

from college.committees.rules.ladder import Step
from college.ground.ids import ALPHABET
from tests.agreement.drawing import Leaving, announcement, announcement_of_key, made_by_house

FILE = Path(__file__).resolve().parents[2] / "spec" / "vectors" / "draw.json"
_SIDES = ["a" * 13, "b" * 13, "c" * 13, "d" * 13]
_LEAVING = [(0, 1), (0, 1), (1, 2), (0, 3), (0, 1), (1, 1), (1, 1)]
_REVIEW = ((1, 31, 8),)
#: name: how many hold each viewpoint (the last number: none), the own side, sizes, step.
_CASES = {
    "two viewpoints, own side": ([20, 20, 10], 0, None, Step.FIRST),
    "two viewpoints, no own side": ([20, 20, 10], None, None, Step.FIRST),
    "three viewpoints, own side": ([15, 15, 15, 5], 1, None, Step.FIRST),
    "four viewpoints, own side": ([12, 12, 12, 12, 4], 3, None, Step.FIRST),
    "own side of one, fallback from none": ([1, 20, 20, 8], 0, None, Step.FIRST),
    "own side of nobody": ([0, 20, 20], 0, None, Step.FIRST),
    "everybody but the own side in one viewpoint": ([6, 30, 0], 0, None, Step.FIRST),
    "too few for the first size": ([3, 3, 2], 0, None, Step.FIRST),
    "own side too small, and nobody without a side": ([0, 20, 0], 0, None, Step.FIRST),
    "no debate": ([40], None, None, Step.FIRST),
    "nobody": ([0], None, None, Step.FIRST),
    "a review, four viewpoints": ([20, 20, 20, 20, 4], 2, _REVIEW, Step.REVIEW),
    "a review of a smaller pool": ([4, 12, 12, 6], 0, _REVIEW, Step.REVIEW),
}


#: Keys of quiz items; the same numbers.
_KEYS = {
    "a key, two viewpoints": [6, 5, 4],
    "a key, three viewpoints": [5, 5, 5, 5],
    "a key, four viewpoints, one of them one person": [4, 1, 4, 4, 3],
    "a key, a viewpoint of nobody": [4, 0, 4],
}


def _place(name: str, number: int) -> str:
    drawn = hashlib.sha256(f"{name} {number}".encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn[:13])


def _strata(name: str, viewpoints: list[str], numbers: list[int]) -> dict[str, str]:
    held = [
        side for side, number in zip([*viewpoints, ""], numbers, strict=True) for _ in range(number)
    ]
    return {_place(name, number): side for number, side in enumerate(held)}


def _told(name: str, document: dict[str, object], leaving: Leaving) -> dict[str, object]:
    seed = hashlib.sha256(name.encode()).hexdigest()
    return {
        "name": name,
        "seed": seed,
        "announcement": document,
        "leaving": leaving,
        "made": made_by_house(seed, document, leaving),
    }


def vectors() -> dict[str, object]:
    cases = []
    for name, (numbers, own, sizes, step) in _CASES.items():
        viewpoints = _SIDES[: len(numbers) - 1]
        strata = _strata(name, viewpoints, numbers)
        wishes = {"panels": sizes} if sizes else {}
        document = announcement(
            strata,
            own_side="" if own is None else viewpoints[own],
            viewpoints=viewpoints,
            step=step,
            **wishes,
        )
        leaving = (
            _LEAVING if step is Step.FIRST else [(0, number) for number in (1, 9, 9, 31, 31, 2)]
        )
        cases.append(_told(name, document, leaving))
    for name, numbers in _KEYS.items():
        viewpoints = _SIDES[: len(numbers) - 1]
        document = announcement_of_key(_strata(name, viewpoints, numbers), viewpoints)
        cases.append(_told(name, document, _LEAVING))
    return {
        "about": "Draws, as spec/draw.md §3 and §4 have them. leaving: [panel, number] of the seats that "
        "are left one after another; successors: [place, fallback] of who comes, or null.",
        "cases": cases,
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1) + "\n", "utf-8")
