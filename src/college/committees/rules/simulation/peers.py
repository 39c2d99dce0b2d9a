"""What other systems do with the same people, exactly. Stylised: no karma, no stakes, no trust levels."""

from dataclasses import dataclass

import numpy as np

from college.committees.rules.simulation.assumptions import Assumptions, Kind, attending
from college.committees.rules.simulation.panels import (
    WEIGHTS,
    Array,
    Panel,
    binomials,
    bribable,
    honest,
    over_moods,
    wrong,
)
from college.committees.rules.simulation.redundant import Chances, appeals
from college.committees.rules.simulation.rulebook import grants
from college.committees.rules.simulation.seating import (
    Used,
    compositions,
    hypergeometric,
)


@dataclass(frozen=True, slots=True)
class Flagging:
    """A text is looked at once so many of its first viewers flag it; then one moderator decides."""

    viewers: int = 16
    flags: int = 3


@dataclass(frozen=True, slots=True)
class Bridging:
    """Restricted only if so many of the author's own side and so many of the others both want it."""

    own: Panel
    others: Panel

    @property
    def seats(self) -> int:
        return self.own.seats + self.others.seats


@dataclass(frozen=True, slots=True)
class Zoned:
    """One panel whose middle (not ``threshold`` for it, not ``keep`` or fewer) goes to a review."""

    panel: Panel
    keep: int
    review: Panel


def error(world: Assumptions, kind: Kind, panel: Panel) -> Array:
    """How often one panel errs: shape (difficulties,)."""
    sits = compositions(attending(world), panel, targeted=kind.targeted)
    return bribable(world, kind, np.tensordot(sits, wrong(world, kind, panel), axes=2))


def one_panel(world: Assumptions, kind: Kind, panel: Panel, more_votes: int = 0) -> Chances:
    """One panel decides. ``more_votes`` are asked for without changing the outcome (meta-moderation)."""
    votes = panel.seats + more_votes
    return Chances(float(error(world, kind, panel) @ WEIGHTS), votes, 1)


def flagging(world: Assumptions, kind: Kind, how: Flagging) -> Chances:
    """Flags have no chair and take no bribes; a brigade of colluders always flags enough."""
    viewers = Panel(how.viewers, how.flags)
    sits = compositions(attending(world), viewers, targeted=kind.targeted)
    missed = np.tensordot(sits, wrong(world, kind, viewers, moved=False), axes=2)
    decided = error(world, kind, Panel(1, 1))
    if kind.abusive:
        flagged = 1 - missed
        bad = missed + flagged * decided
    else:
        flagged = np.ones_like(missed) if kind.targeted else missed
        bad = flagged * decided
    asked = float(flagged @ WEIGHTS)
    return Chances(float(bad @ WEIGHTS), how.viewers + asked, 1 + asked)


def doubling(world: Assumptions, kind: Kind, juries: tuple[int, ...]) -> Chances:
    """Majority juries, each larger; whoever lost may go on to the next. People may be drawn again."""
    by_jury = [error(world, kind, Panel(size, size // 2 + 1)) for size in juries]
    rates = lost(world, kind)
    end = by_jury[-1]
    for here in reversed(by_jury[:-1]):
        wrongly, rightly = rates
        end = here * ((1 - wrongly) + wrongly * end) + (1 - here) * rightly * end
    reached, votes, rounds = np.ones(len(WEIGHTS)), 0.0, 0.0
    for size, here in zip(juries, by_jury, strict=True):
        share = float(reached @ WEIGHTS)
        votes, rounds = votes + size * share, rounds + share
        reached = reached * (here * rates[0] + (1 - here) * rates[1])
    return Chances(float(end @ WEIGHTS), votes, rounds)


def lost(world: Assumptions, kind: Kind) -> tuple[float, float]:
    """How often a party goes on that lost wrongly, and one that lost rightly."""
    return (
        world.wronged_appeals,
        world.attacker_appeals if kind.targeted else world.loser_appeals,
    )


def bridging(world: Assumptions, kind: Kind, how: Bridging) -> Chances:
    """Both sides have to agree to restrict; one panel in one room, so one chair and one bribe."""
    come = attending(world)
    own, others = honest(world, kind)
    bad_own = come.own_corrupt if kind.targeted else 0
    bad_others = come.others_corrupt if kind.targeted else 0
    mine = hypergeometric(come.own, bad_own, how.own.seats)
    theirs = hypergeometric(come.others, bad_others, how.others.seats)
    both = _side(kind, how.own, mine, own) * _side(kind, how.others, theirs, others)
    voted = 1 - both if kind.abusive else both
    led = (_mean(mine, own) + _mean(theirs, others)) / how.seats
    errs_here = over_moods((1 - world.chair) * voted + world.chair * led)
    return Chances(float(bribable(world, kind, errs_here) @ WEIGHTS), how.seats, 1)


def _side(kind: Kind, panel: Panel, colluders: Array, chance: Array) -> Array:
    """Chance that one side of a bridged panel wants to restrict, at each point of ``chance``."""
    granted, table = grants(panel.seats, panel.threshold), binomials(panel.seats, chance)
    total = np.zeros_like(chance)
    for number, share in enumerate(colluders):
        for k, mass in enumerate(table[panel.seats - number]):
            mistaken = number + k
            wants = granted[panel.seats - mistaken if kind.abusive else mistaken]
            total += share * mass * wants
    return total


def _mean(colluders: Array, chance: Array) -> Array:
    """Expected number of wrong ballots of one side."""
    seats = len(colluders) - 1
    number = float(colluders @ np.arange(seats + 1))
    return np.asarray(number + (seats - number) * chance)


def zoned(world: Assumptions, kind: Kind, how: Zoned) -> Chances:
    """One panel with the College's review, appeal and audit: what the second panel is worth."""
    come = attending(world)
    # Wrong by more than the middle, and wrong or in the middle: the same panel under two thresholds.
    strict = how.panel
    mild = Panel(strict.seats, how.keep + 1, strict.own)
    if kind.abusive:
        strict, mild = mild, strict
    erring, unsure = wrong(world, kind, strict), wrong(world, kind, mild)
    sits = compositions(come, how.panel, targeted=kind.targeted)
    review_errs = wrong(world, kind, how.review)
    appealing = appeals(world, kind)
    bad, again = np.zeros(len(WEIGHTS)), np.zeros(len(WEIGHTS))
    for mine, theirs in np.argwhere(sits > 0):
        used = _used(how.panel, int(mine), int(theirs), kind)
        second = compositions(come, how.review, targeted=kind.targeted, used=used)
        review = bribable(world, kind, np.tensordot(second, review_errs, axes=2))
        err = bribable(world, kind, erring[mine, theirs])
        middle = bribable(world, kind, unsure[mine, theirs]) - err
        # Only a text that was restricted is appealed for.
        of_err = world.retrials if kind.abusive else appealing + (1 - appealing) * world.retrials
        of_right = appealing + (1 - appealing) * world.retrials if kind.abusive else world.retrials
        right = 1 - err - middle
        asked = middle + err * of_err + right * of_right
        again += sits[mine, theirs] * asked
        bad += sits[mine, theirs] * (asked * review + err * (1 - of_err))
    rounds = float(again @ WEIGHTS)
    votes = how.panel.seats * (1 + world.controls) + how.review.seats * rounds
    return Chances(float(bad @ WEIGHTS), votes, 1 + rounds)


def _used(panel: Panel, honest_own: int, honest_others: int, kind: Kind) -> Used:
    own = panel.own or 0
    others = panel.seats - own
    if not kind.targeted:
        return Used(own, 0, others, 0)
    return Used(own, own - honest_own, others, others - honest_others)
