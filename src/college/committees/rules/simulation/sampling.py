"""The schemes tried on made-up people, case by case: ballots, rulings, appeals, re-trials."""

from dataclasses import dataclass

import numpy as np

from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.simulation.assumptions import KINDS, Assumptions, Kind
from college.committees.rules.simulation.ballots import (
    Urn,
    bribes,
    called,
    mistaken,
    rules_wrongly,
)
from college.committees.rules.simulation.lottery import Flags, Seats, draw
from college.committees.rules.simulation.panels import Array, Panel
from college.committees.rules.simulation.peers import Bridging, Flagging, Zoned, lost
from college.committees.rules.simulation.redundant import Ladder, appeals
from college.committees.rules.simulation.rulebook import (
    ALL_GRANT,
    DIFFER,
    choice,
    grants,
    together,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Of so many cases of one kind: wrong outcome, ballots, rounds, ballots when called in waves."""

    wrong: Flags
    votes: Array
    rounds: Array
    called: Array


@dataclass(frozen=True, slots=True)
class Try:
    """What one sampling of one kind of case needs."""

    world: Assumptions
    kind: Kind
    cases: int
    chance: np.random.Generator

    def difficulty(self) -> Array:
        return self.chance.standard_normal(self.cases)

    def often(self, share: float) -> Flags:
        return np.asarray(self.chance.random(self.cases) < share)

    def err(self, panel: Panel, seats: Seats, difficulty: Array) -> Flags:
        wrong = mistaken(self.world, self.kind, seats, difficulty, self.chance)
        return rules_wrongly(self.world, self.kind, panel, wrong, self.chance)

    def panel(self, panel: Panel, difficulty: Array) -> Flags:
        """Whether a freshly drawn panel errs."""
        return self.err(panel, self.urn().draw(panel), difficulty)

    def urn(self) -> Urn:
        return Urn(self.world, self.cases, self.chance)

    def plain(self, wrong: Flags, votes: float | Array, rounds: float | Array = 1.0) -> Drawn:
        ballots = np.broadcast_to(np.asarray(votes, dtype=float), (self.cases,))
        return Drawn(
            wrong, ballots, np.broadcast_to(np.asarray(rounds, float), (self.cases,)), ballots
        )


def redundant(
    world: Assumptions, steps: Ladder, cases: int, chance: np.random.Generator
) -> tuple[Drawn, ...]:
    """The College's ladder for each kind of case; the same draws by lot serve all of them."""
    first, review = draw(world, steps, cases, chance)
    return tuple(_climb(Try(world, kind, cases, chance), steps, first, review) for kind in KINDS)


def _climb(of: Try, steps: Ladder, first: Seats, review: Seats) -> Drawn:
    world, kind, seats = of.world, of.kind, steps.first.seats
    difficulty = of.difficulty()
    errors = np.zeros(of.cases, dtype=int)
    asked = np.zeros(of.cases)
    leaking = np.zeros(of.cases, dtype=bool)
    for number in range(steps.panels):
        wrong = mistaken(world, kind, first.of_panel(number, seats), difficulty, of.chance)
        bribed = bribes(world, kind, of.cases, of.chance) | (leaking & of.often(world.leak))
        leaking = bribed if number == 0 else leaking
        errors += rules_wrongly(world, kind, steps.first, wrong, of.chance, bribed=bribed)
        asked += called(kind, steps.first, wrong)
    granted = steps.panels - errors if kind.abusive else errors
    result = together(steps.panels)[granted]
    again = (result == DIFFER) | (_may_appeal(result) & of.often(appeals(world, kind)))
    again |= of.often(world.retrials)
    bribed = bribes(world, kind, of.cases, of.chance) | (leaking & of.often(world.leak))
    voted = mistaken(world, kind, review, difficulty, of.chance)
    second = rules_wrongly(world, kind, steps.review, voted, of.chance, bribed=bribed)
    load = 1.0 + of.often(world.controls)
    more = again * float(steps.review.seats)
    return Drawn(
        wrong=np.where(again, second, errors > 0),
        votes=steps.panels * seats * load + more,
        rounds=1.0 + again,
        called=asked * load + more,
    )


def _may_appeal(results: np.ndarray[tuple[int, ...], np.dtype[np.int8]]) -> Flags:
    """Where the production rule lets the author ask for a review."""
    kept, granted = (may_appeal(Step.FIRST, choice(one)) for one in (1 - ALL_GRANT, ALL_GRANT))
    return np.asarray(np.where(results == ALL_GRANT, granted, kept) & (results != DIFFER))


def one_panel(of: Try, panel: Panel, more_votes: int = 0) -> Drawn:
    return of.plain(of.panel(panel, of.difficulty()), panel.seats + more_votes)


def flagging(of: Try, how: Flagging) -> Drawn:
    difficulty = of.difficulty()
    viewers = of.urn().draw(Panel(how.viewers, how.flags))
    wrong = mistaken(of.world, of.kind, viewers, difficulty, of.chance)
    flagged = (~wrong if of.kind.abusive else wrong).sum(axis=1) >= how.flags
    if of.kind.targeted and not of.kind.abusive:
        flagged = np.ones_like(flagged)
    decided = of.panel(Panel(1, 1), difficulty)
    unseen = of.kind.abusive
    return of.plain(np.where(flagged, decided, unseen), how.viewers + flagged, 1.0 + flagged)


def doubling(of: Try, juries: tuple[int, ...]) -> Drawn:
    difficulty = of.difficulty()
    wrongly, rightly = lost(of.world, of.kind)
    wrong = np.zeros(of.cases, dtype=bool)
    going = np.ones(of.cases, dtype=bool)
    votes, rounds = np.zeros(of.cases), np.zeros(of.cases)
    for size in juries:
        wrong = np.where(going, of.panel(Panel(size, size // 2 + 1), difficulty), wrong)
        votes, rounds = votes + size * going, rounds + going
        going &= np.where(wrong, of.often(wrongly), of.often(rightly))
    return of.plain(wrong, votes, rounds)


def bridging(of: Try, how: Bridging) -> Drawn:
    urn = of.urn()
    mine, theirs = urn.draw(how.own), urn.draw(how.others)
    seats = Seats(
        np.concatenate([mine.own, theirs.own], axis=1),
        np.concatenate([mine.corrupt, theirs.corrupt], axis=1),
    )
    wrong = mistaken(of.world, of.kind, seats, of.difficulty(), of.chance)
    granting = ~wrong if of.kind.abusive else wrong
    wants = [
        grants(panel.seats, panel.threshold)[part.sum(axis=1)]
        for panel, part in (
            (how.own, granting[:, : how.own.seats]),
            (how.others, granting[:, how.own.seats :]),
        )
    ]
    restricted = wants[0] & wants[1]
    erring = ~restricted if of.kind.abusive else restricted
    led = wrong[np.arange(of.cases), of.chance.integers(how.seats, size=of.cases)]
    erring = np.where(of.often(of.world.chair), led, erring)
    taken = bribes(of.world, of.kind, of.cases, of.chance)
    return of.plain(erring | taken, how.seats)


def zoned(of: Try, how: Zoned) -> Drawn:
    difficulty, urn, world, kind = of.difficulty(), of.urn(), of.world, of.kind
    panel = how.panel
    wrong = mistaken(world, kind, urn.draw(panel), difficulty, of.chance)
    number = wrong.sum(axis=1)
    granting = panel.seats - number if kind.abusive else number
    granted = grants(panel.seats, panel.threshold)[granting]
    middle = ~granted & (granting > how.keep)
    led = wrong[np.arange(of.cases), of.chance.integers(panel.seats, size=of.cases)]
    follows, taken = of.often(world.chair), bribes(world, kind, of.cases, of.chance)
    middle &= ~follows & ~taken
    erring = np.where(follows, led, granted != kind.abusive) | taken
    restricted = erring != kind.abusive
    again = middle | (~middle & restricted & of.often(appeals(world, kind)))
    again |= of.often(world.retrials)
    second = of.err(how.review, urn.draw(how.review), difficulty)
    votes = panel.seats * (1.0 + of.often(world.controls)) + again * how.review.seats
    return of.plain(np.where(again, second, erring), votes, 1.0 + again)
