"""The audit's charts in a simulated year: whose ballots are compared with what, and who goes off the lot."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from college.committees.rules.breaker import breaker
from college.committees.rules.charts import Reference, step_up
from college.committees.rules.simulation.docket import Bench, Cases, Decided
from college.committees.rules.simulation.lottery import Flags
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.population import Numbers, Population
from college.committees.rules.simulation.rulebook import (
    FOUND_GRANT,
    FOUND_KEEP,
    FOUND_NOTHING,
    others_found,
)
from college.ground.charter import Audit

Heights = npt.NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Watching:
    """What the audit does.

    ``own_review``: whoever sat on a review is held to what the others of it found.
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

    def compare(self, cases: Cases, decided: Decided, review: Panel | None) -> None:
        """Move the charts by every comparison the batch has brought. ``review``: the second bench."""
        for case in np.flatnonzero(cases.control | decided.again).tolist():
            reference, found = self._reference(case, cases, decided)
            first = decided.first
            self._move(case, cases, first, reference, np.full(first.who.shape[1], found))
            if self._watching.own_review and review is not None and decided.contested[case]:
                grants = _grants(case, cases, decided.second)
                others = others_found(review.seats, review.threshold)[grants.sum(), grants * 1]
                self._move(case, cases, decided.second, Reference.OTHERS, others)

    def _reference(self, case: int, cases: Cases, decided: Decided) -> tuple[Reference, int]:
        """Where the finding on the first panels comes from, and what it is."""
        abusive = bool(cases.abusive[case])
        if cases.control[case]:
            return Reference.CONTROL, FOUND_GRANT if abusive else FOUND_KEEP
        kind = Reference.REVIEW if decided.contested[case] else Reference.RETRIAL
        granted = abusive is not bool(decided.second_wrong[case])
        return kind, FOUND_GRANT if granted else FOUND_KEEP

    def _move(
        self, case: int, cases: Cases, bench: Bench, reference: Reference, found: Numbers
    ) -> None:
        """``found``: for each ballot of the bench. Where it is nothing, no chart moves."""
        told = found != FOUND_NOTHING
        found, grants = found[told], _grants(case, cases, bench)[told]
        at = (bench.who[case][told], cases.side[case], found)
        step = step_up(reference, self._watching.audit)
        self._heights[at] = moved(self._heights[at], grants != found, step)

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


def _grants(case: int, cases: Cases, bench: Bench) -> Flags:
    """Which ballots of a bench grant: the right ones on an abusive text, the wrong ones on a valid."""
    return np.asarray(bench.wrong[case] != cases.abusive[case])
