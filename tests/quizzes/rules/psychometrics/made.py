"""Made-up takers, whose answers follow the model; and figures computed with other people's programs."""

import json
from pathlib import Path

import numpy as np

VECTORS = json.loads(
    (Path(__file__).parents[4] / "spec" / "vectors" / "psychometrics.json").read_text("utf-8")
)
VIEWPOINTS = ("0vewp00000000", "0vewp00000001")


def answers(luck, know, difficulties, *, slopes=1.0, shown=None):
    """Takers × items. ``difficulties``: of each item, or of each item for each taker.

    ``shown``: how many items each taker sees, drawn for each anew; all, where it is not given.
    """
    logits = slopes * (know[:, None] - difficulties)
    made = (luck.random(logits.shape) < 1 / (1 + np.exp(-logits))).astype(np.int8)
    if shown is not None:
        order = luck.random(made.shape).argsort(axis=1)
        made[order >= shown] = -1
    return made


def two_sides(luck, each, items, planted, *, apart=0.0, shown=None):
    """Answers of two viewpoints, as many of each, and who declared which.

    ``planted``: by item, by how many logits it is harder for holders of the first. ``apart``: by how much
    they know less, in standard deviations.
    """
    know = luck.normal(size=2 * each)
    know[:each] -= apart
    difficulties = np.tile(np.linspace(-1.5, 1.5, items), (2 * each, 1))
    for item, harder in planted.items():
        difficulties[:each, item] += harder
    declared = [VIEWPOINTS[0]] * each + [VIEWPOINTS[1]] * each
    return answers(luck, know, difficulties, shown=shown), declared


def by_others():
    """The answers of the vectors."""
    codes = np.frombuffer(bytes.fromhex(VECTORS["model"]["answers"]), dtype=np.uint8)
    return np.unpackbits(codes[:, None], axis=1).astype(np.int8)
