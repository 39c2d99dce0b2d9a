"""A member's charts: which of a member's ballots others' later findings contradict, how often, which way.

An integer Bernoulli CUSUM (Page 1954): up by ``step`` on a deviation, down by one otherwise, never below
zero; an alarm at ``height``. There are two charts per author viewpoint, one for each direction, so that
somebody who is lenient with one side and hard on another does not come out even. A ballot is compared only
with what *other* people found: a blind re-trial, a control case, a review.

To stand against the majority of a panel is no deviation: a few colluders who sit together would make one of
every honest ballot. One thing comes near it. Whoever votes in a review is held to what the others of that
review come to, the own ballot left out, and who is outvoted there departs from them. It counts only where
those others are at least thirty, more than chance gives one side, and it weighs the softer step.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice, Vote, ruling
from college.ground.charter import Audit


class Reference(StrEnum):
    """Where the finding comes from that a ballot is compared with."""

    RETRIAL = "retrial"  # a blind second trial, chosen by lot
    CONTROL = "control"  # a case whose answer is known
    REVIEW = "review"  # a review, held because panels differed or the author appealed
    OTHERS = "others"  # of a review one sat on oneself: all its other ballots


class Direction(StrEnum):
    """Which way a ballot can deviate; each has a chart of its own."""

    TOO_HARD = "too-hard"  # granted what the reference kept
    TOO_LENIENT = "too-lenient"  # kept what the reference granted


#: Other ballots that a review must have to say anything of one of its own: fewer are too easily of one mind.
LEAST_OTHERS = 30

#: Whose ballots each reference speaks about. Nobody is held to a ruling with the own ballot in it.
_SPEAKS_OF: dict[Reference, frozenset[Step]] = {
    Reference.RETRIAL: frozenset({Step.FIRST, Step.REVIEW}),
    Reference.CONTROL: frozenset({Step.FIRST}),
    Reference.REVIEW: frozenset({Step.FIRST}),
    Reference.OTHERS: frozenset({Step.REVIEW}),
}
#: Held because people differed, so that honest ones often do.
_CONTESTED = frozenset({Reference.REVIEW, Reference.OTHERS})


@dataclass(frozen=True, slots=True)
class Comparison:
    """One ballot beside a finding of other people. ``viewpoint``: the text's own side, '' for none."""

    viewpoint: str
    cast: Choice
    found: Choice
    reference: Reference

    @property
    def direction(self) -> Direction:
        """The one chart this comparison moves: what was found says which way one could have erred."""
        return Direction.TOO_HARD if self.found is Choice.KEEP else Direction.TOO_LENIENT

    @property
    def deviates(self) -> bool:
        return self.cast is not self.found


def is_spoken_of(step: Step, reference: Reference) -> bool:
    """Whether a finding of this kind says anything about ballots cast at ``step``."""
    return step in _SPEAKS_OF[reference]


def found_by_others(own: Vote, cast: Mapping[Vote, int], threshold: int) -> Choice | None:
    """What the other ballots of a review come to, by the threshold of the whole one.

    ``cast``: how often each vote was cast in it, ``own`` among them. ``None``: they say nothing, because they
    are fewer than ``LEAST_OTHERS``, or one ballot more or less among them would say the opposite.
    """
    others = Counter(cast)
    others[own] -= 1
    if others.total() < LEAST_OTHERS:
        return None
    most = max((n for vote, n in others.items() if vote.choice is Choice.GRANT), default=0)
    if most in (threshold - 1, threshold):
        return None
    return ruling(list(others.elements()), threshold).choice


def step_up(reference: Reference, audit: Audit) -> int:
    """What a deviation weighs: more where chance chose the case, less where honest people often differ."""
    return audit.contested_step if reference in _CONTESTED else audit.random_step


def moved(height: int, comparison: Comparison, audit: Audit) -> int:
    """The chart's height after one more comparison."""
    if comparison.deviates:
        return height + step_up(comparison.reference, audit)
    return max(0, height - 1)


def alarms(height: int, audit: Audit) -> bool:
    """Whether people should look at it. The chart itself decides nothing."""
    return height >= audit.alarm


def votes_to_alarm(step: int, height: int, deviation: float) -> float:
    """How many compared ballots it takes to an alarm on average, at a share of deviations in (0, 1].

    Exact: the sum of the first row of (I − Q)⁻¹, Q the moves among the heights below ``height``.
    """
    below = _moves(step, height, deviation)
    return float(np.linalg.solve(np.eye(height) - below, np.ones(height))[0])


def false_alarm(step: int, height: int, deviation: float, votes: int) -> float:
    """The probability of an alarm within ``votes`` compared ballots, from zero, exact."""
    below = np.linalg.matrix_power(_moves(step, height, deviation), votes)
    return float(1 - below[0].sum())


def _moves(step: int, height: int, deviation: float) -> np.ndarray:
    moves = np.zeros((height, height))
    for now in range(height):
        if now + step < height:
            moves[now, now + step] += deviation
        moves[now, max(0, now - 1)] += 1 - deviation
    return moves
