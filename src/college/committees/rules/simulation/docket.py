"""A batch of cases of a simulated year: what they are about, who sits on them, how the panels rule."""

from dataclasses import dataclass

import numpy as np

from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.lottery import Flags
from college.committees.rules.simulation.panels import Array, Panel
from college.committees.rules.simulation.population import Numbers, Population
from college.committees.rules.simulation.rulebook import (
    ALL_GRANT,
    ALL_KEEP,
    DIFFER,
    choice,
    errs,
    grants,
    together,
)

#: The side whose valid texts the colluders attack, and the side whose abusive texts they shield.
_VICTIM, _FRIEND = 0, 1
#: Control cases hold as many abusive texts as valid ones (protocol §5).
_ABUSIVE_CONTROLS = 0.5
#: Later in the order than anybody with a ticket of the lot itself: of the wrong side, or not coming.
_WRONG_SIDE, _ABSENT = 10, 100


@dataclass(frozen=True, slots=True)
class Machine:
    """How cases are decided. ``review`` None: the panels' word is final; nothing is tried again.

    ``keep``: of a single panel, so many ballots or fewer keep, and those between go to the review.
    """

    panels: int
    first: Panel
    review: Panel | None = None
    keep: int | None = None


@dataclass(frozen=True, slots=True)
class Cases:
    """What the cases are: an abusive text or a valid one, whose, attacked or not, a control case or real."""

    abusive: Flags
    side: Numbers
    attacked: Flags
    control: Flags


@dataclass(frozen=True, slots=True)
class Bench:
    """Who sat and whose ballot was wrong: shape (cases, seats)."""

    who: Numbers
    wrong: Flags


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a batch. ``again``: the second bench met; ``contested``: in a review, not a re-trial."""

    first: Bench
    second: Bench
    again: Flags
    contested: Flags
    second_wrong: Flags
    wrong: Flags


def lodge(
    world: Assumptions, number: int, pace: float, controls: bool, chance: np.random.Generator
) -> Cases:
    """So many real cases, and control cases on top; the colluders take each of their chances at ``pace``.

    Control cases look real, so they are attacked too.
    """
    extra = int(chance.binomial(number, world.controls)) if controls else 0
    control = np.arange(number + extra) >= number
    share = np.where(control, _ABUSIVE_CONTROLS, world.abusive)
    abusive = chance.random(number + extra) < share
    side = chance.integers(world.viewpoints, size=number + extra)
    wanted = np.where(abusive, side == _FRIEND, side == _VICTIM)
    attacked = wanted & (chance.random(number + extra) < pace)
    return Cases(abusive, side, attacked, control)


class Sitting:
    """One batch before its panels: draws seats, has them vote, follows the ladder."""

    def __init__(
        self,
        world: Assumptions,
        people: Population,
        cases: Cases,
        members: Numbers,
        chance: np.random.Generator,
    ) -> None:
        self._world, self._people, self._cases = world, people, cases
        self._members, self._chance = members, chance
        self._number = len(cases.side)
        self._difficulty = chance.standard_normal((self._number, 1))

    def decide(self, how: Machine) -> Decided:
        seats = self._seats(how)
        errors = np.zeros(self._number, dtype=int)
        moved = np.zeros(self._number, dtype=bool)
        benches = []
        for who in seats[: how.panels]:
            bench = self._vote(who)
            benches.append(bench)
            wrong, not_counted = self._rule(how.first, bench)
            errors += wrong
            moved |= not_counted
        first = Bench(
            np.concatenate([b.who for b in benches], axis=1),
            np.concatenate([b.wrong for b in benches], axis=1),
        )
        if how.review is None:
            none = np.zeros(self._number, dtype=bool)
            return Decided(first, first, none, none, none, errors > 0)
        contested = self._contested(how, errors, moved, first)
        again = contested | self._often(self._world.retrials)
        # A control case has its answer already.
        again &= ~self._cases.control
        second = self._vote(seats[-1])
        second_wrong, _moved = self._rule(how.review, second)
        wrong = np.where(again, second_wrong, errors > 0)
        return Decided(first, second, again, contested & again, second_wrong, wrong)

    def _contested(self, how: Machine, errors: Numbers, moved: Flags, first: Bench) -> Flags:
        """Where panels differ, or the author of a restricted text appeals."""
        abusive = self._cases.abusive
        result = together(how.panels)[np.where(abusive, how.panels - errors, errors)]
        if how.keep is not None:
            wrong = first.wrong.sum(axis=1)
            granting = np.where(abusive, how.first.seats - wrong, wrong)
            clear = grants(how.first.seats, how.first.threshold)[granting]
            result = np.where(~moved & ~clear & (granting > how.keep), DIFFER, result)
        share = np.where(
            self._cases.attacked, self._world.attacker_appeals, self._world.loser_appeals
        )
        appeals = self._often(np.where(abusive, share, self._world.wronged_appeals))
        open_to = [may_appeal(Step.FIRST, choice(one)) for one in (ALL_KEEP, ALL_GRANT)] + [False]
        return np.asarray((result == DIFFER) | (np.array(open_to)[result] & appeals))

    def _seats(self, how: Machine) -> list[Numbers]:
        """Numbers of those who sit on each first panel, then on the review."""
        shape, own = (self._number, len(self._members)), how.first.own or 0
        ticket = self._chance.random(shape)
        stays_away = ~self._people.corrupt[self._members][None, :]
        ticket += _ABSENT * (stays_away & (self._chance.random(shape) < self._world.no_show))
        mine = self._people.viewpoint[self._members][None, :] == self._cases.side[:, None]
        panels = [(how.first.seats, own)] * how.panels
        if how.review:
            panels.append((how.review.seats, how.review.own or 0))
        own_row = self._lowest(ticket + _WRONG_SIDE * ~mine, sum(o for _s, o in panels))
        rest_row = self._lowest(ticket + _WRONG_SIDE * mine, sum(s - o for s, o in panels))
        seats, own_at, rest_at = [], 0, 0
        for size, for_own in panels:
            parts = (
                own_row[:, own_at : own_at + for_own],
                rest_row[:, rest_at : rest_at + size - for_own],
            )
            seats.append(np.concatenate(parts, axis=1))
            own_at, rest_at = own_at + for_own, rest_at + size - for_own
        return seats

    def _lowest(self, tickets: Array, number: int) -> Numbers:
        """The holders of the lowest tickets in each row, in order."""
        number = min(number, tickets.shape[1])
        if number == 0:
            return np.zeros((self._number, 0), dtype=int)
        lowest = np.argpartition(tickets, number - 1, axis=1)[:, :number]
        order = np.argsort(np.take_along_axis(tickets, lowest, axis=1), axis=1)
        return np.asarray(self._members[np.take_along_axis(lowest, order, axis=1)])

    def _vote(self, who: Numbers) -> Bench:
        world, shape = self._world, who.shape
        doubt = self._people.lean(who, self._cases.side, self._cases.abusive)
        doubt = doubt + np.sqrt(world.difficulty) * self._difficulty
        doubt += np.sqrt(world.herding) * self._chance.standard_normal((self._number, 1))
        alone = np.sqrt(1 - world.difficulty - world.herding)
        wrong = doubt + alone * self._chance.standard_normal(shape) > 0
        return Bench(who, wrong | (self._people.corrupt[who] & self._cases.attacked[:, None]))

    def _rule(self, panel: Panel, bench: Bench) -> tuple[Flags, Flags]:
        """Which rulings are wrong, and which did not come of counting: one member led, or a bribe did."""
        count = bench.wrong.sum(axis=1)
        tables = [errs(panel.seats, panel.threshold, abusive=a) for a in (False, True)]
        wrong = np.where(self._cases.abusive, tables[1][count], tables[0][count])
        seat = self._chance.integers(bench.wrong.shape[1], size=self._number)
        led = self._often(self._world.chair)
        wrong = np.where(led, bench.wrong[np.arange(self._number), seat], wrong)
        bribed = self._cases.attacked & self._often(self._world.bribe)
        return wrong | bribed, led | bribed

    def _often(self, share: float | Array) -> Flags:
        return np.asarray(self._chance.random(self._number) < share)
