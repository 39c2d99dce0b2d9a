"""The audit's charts in a simulated year: whose ballots are compared with what, and who goes off the lot."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from college.committees.rules.breaker import breaker
from college.committees.rules.charts import Reference, step_up
from college.committees.rules.simulation.docket import Bench, Cases, Decided
from college.committees.rules.simulation.lottery import Flags
from college.committees.rules.simulation.population import Numbers, Population
from college.ground.charter import Audit

Heights = npt.NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Watching:
    """What the audit does.

    ``own_review``: whoever sat on a review or a re-trial is held to its ruling too, with the softer score.
    ``breaker``: the circuit breaker can stop all suspending for the rest of a term.
    """

    audit: Audit
    own_review: bool
    breaker: bool


def moved(heights: Heights, deviates: Flags, step: int) -> Heights:
    """``charts.moved`` for many people at once."""
    return np.where(deviates, heights + step, np.maximum(0, heights - 1))


class Charts:
    """A chart per person, author's viewpoint and direction; the flagged of the term."""

    def __init__(self, people: Population, viewpoints: int, watching: Watching) -> None:
        self._people, self._watching = people, watching
        self._heights = np.zeros((len(people.corrupt), viewpoints, 2), dtype=int)
        self._viewpoints = viewpoints
        self.begin_term()

    def begin_term(self) -> None:
        self._flagged: list[int] = []
        self._serving = int(self._people.serving.sum())
        self._stopped = False

    def compare(self, cases: Cases, decided: Decided) -> None:
        """Move the charts by every comparison the batch has brought."""
        for case in np.flatnonzero(cases.control | decided.again).tolist():
            reference, found_wrong = self._reference(case, cases, decided)
            self._move(case, cases, decided.first, reference, found_wrong)
            if self._watching.own_review and not cases.control[case]:
                # Whoever sat on the bench they are held to gets the softer score.
                self._move(case, cases, decided.second, Reference.REVIEW, found_wrong)

    def _reference(self, case: int, cases: Cases, decided: Decided) -> tuple[Reference, bool]:
        if cases.control[case]:
            return Reference.CONTROL, False
        kind = Reference.REVIEW if decided.contested[case] else Reference.RETRIAL
        return kind, bool(decided.second_wrong[case])

    def _move(
        self, case: int, cases: Cases, bench: Bench, reference: Reference, found_wrong: bool
    ) -> None:
        who = bench.who[case]
        restricts = bool(cases.abusive[case]) is not found_wrong
        at = (who, cases.side[case], int(restricts))
        step = step_up(reference, self._watching.audit)
        self._heights[at] = moved(self._heights[at], bench.wrong[case] != found_wrong, step)

    def alarms(self, case: int) -> Numbers:
        """Who is over the height and goes off the lottery now; their charts begin anew."""
        over = (self._heights >= self._watching.audit.alarm).any(axis=(1, 2))
        flagged = np.flatnonzero(over & self._people.serving & (self._people.out_until <= case))
        self._flagged += flagged.tolist()
        if self._watching.breaker and not self._stopped:
            self._stopped = self._breaks()
        if self._stopped or not len(flagged):
            return flagged[:0]
        self._heights[flagged] = 0
        return flagged

    def _breaks(self) -> bool:
        flagged = sorted(set(self._flagged))
        by_side = np.bincount(self._people.viewpoint[flagged], minlength=self._viewpoints)
        named = {str(n): int(number) for n, number in enumerate(by_side)}
        return breaker(len(flagged), self._serving, named, self._watching.audit) is not None
