"""The College's own scheme, exactly: first panels that may differ, a review, an appeal, a blind re-trial.

A dynamic programme over who has sat and how many panels erred, then the sum over the case's difficulty.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.lot import own_seats
from college.committees.rules.simulation.assumptions import Assumptions, Attending, Kind, attending
from college.committees.rules.simulation.panels import WEIGHTS, Array, Panel, wrong
from college.committees.rules.simulation.rulebook import DIFFER, choice, together
from college.committees.rules.simulation.seating import Used, compositions
from college.ground.charter import Size

#: Compositions less likely than this change no printed digit.
_NEGLIGIBLE = 1e-10


@dataclass(frozen=True, slots=True)
class Ladder:
    """The first panels, all of one shape, and the review above them."""

    panels: int
    first: Panel
    review: Panel
    cap: int = 0  #: seats of a first panel for one other viewpoint at most; 0: no matter
    review_cap: int = 0

    @property
    def most_votes(self) -> int:
        return self.panels * self.first.seats + self.review.seats


@dataclass(frozen=True, slots=True)
class Chances:
    """Of one kind of case: how often the outcome is wrong; ballots and rounds per case."""

    wrong: float
    votes: float
    rounds: float


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a case stands after some panels: people used up, wrong rulings, can a bribe still leak."""

    used: Used
    errors: int
    leaking: bool


def ladder(size: Size, viewpoints: int) -> Ladder:
    """The ladder of a charter's size where the author holds one of ``viewpoints`` viewpoints."""
    return Ladder(
        size.panels,
        Panel(size.seats, size.threshold, own_seats(size.seats, viewpoints)),
        Panel(size.review_seats, size.review_threshold, own_seats(size.review_seats, viewpoints)),
        cap=size.cap,
        review_cap=size.review_cap,
    )


def can_seat(world: Assumptions, steps: Ladder) -> bool:
    """Whether those who come can fill the first panels and a review, on both sides."""
    come = attending(world)
    own = steps.panels * (steps.first.own or 0) + (steps.review.own or 0)
    return come.own >= own and come.others >= steps.most_votes - own


def redundant(world: Assumptions, kind: Kind, steps: Ladder) -> Chances:
    """Exact figures of a ladder for one kind of case."""
    come = attending(world)
    bad, reviewed = np.zeros(len(WEIGHTS)), np.zeros(len(WEIGHTS))
    reviews: dict[tuple[Used, bool], Array] = {}
    for stand, chance in _first_panels(world, kind, steps, come).items():
        key = (stand.used, stand.leaking)
        if key not in reviews:
            reviews[key] = _review(world, kind, steps.review, come, stand)
        asked, outcome = _last(world, kind, steps.panels, stand.errors, reviews[key])
        reviewed += chance * asked
        bad += chance * outcome
    again = float(reviewed @ WEIGHTS)
    again += (1 - again) * world.retrials
    votes = steps.panels * steps.first.seats * (1 + world.controls) + steps.review.seats * again
    return Chances(float(bad @ WEIGHTS), votes, 1 + again)


def _first_panels(
    world: Assumptions, kind: Kind, steps: Ladder, come: Attending
) -> dict[_Stand, Array]:
    stands: dict[_Stand, Array] = {_Stand(Used(), 0, False): np.ones(len(WEIGHTS))}
    err = wrong(world, kind, steps.first)
    seated: dict[Used, Array] = {}
    for panel in range(steps.panels):
        after: dict[_Stand, Array] = defaultdict(lambda: np.zeros(len(WEIGHTS)))
        for stand, chance in stands.items():
            bribe = _bribe(world, kind, leaking=stand.leaking)
            if stand.used not in seated:
                seated[stand.used] = compositions(
                    come, steps.first, targeted=kind.targeted, used=stand.used
                )
            sits = seated[stand.used]
            for mine, theirs in np.argwhere(sits > _NEGLIGIBLE):
                used = _with(stand.used, steps.first, int(mine), int(theirs), kind)
                here, errs = chance * sits[mine, theirs], err[mine, theirs]
                fair = here * (1 - bribe)
                after[_Stand(used, stand.errors + 1, stand.leaking)] += fair * errs
                after[_Stand(used, stand.errors, stand.leaking)] += fair * (1 - errs)
                if bribe:
                    leaks = stand.leaking or (panel == 0 and world.leak > 0)
                    after[_Stand(used, stand.errors + 1, leaks)] += here * bribe
        stands = after
    return stands


def _with(used: Used, panel: Panel, honest_own: int, honest_others: int, kind: Kind) -> Used:
    own = panel.own or 0
    others = panel.seats - own
    return Used(
        used.own + own,
        used.own_corrupt + (own - honest_own if kind.targeted else 0),
        used.others + others,
        used.others_corrupt + (others - honest_others if kind.targeted else 0),
    )


def _bribe(world: Assumptions, kind: Kind, *, leaking: bool) -> float:
    if not kind.targeted:
        return 0.0
    return world.bribe + (1 - world.bribe) * world.leak if leaking else world.bribe


def _review(world: Assumptions, kind: Kind, panel: Panel, come: Attending, stand: _Stand) -> Array:
    sits = compositions(come, panel, targeted=kind.targeted, used=stand.used)
    bribe = _bribe(world, kind, leaking=stand.leaking)
    errs = np.tensordot(sits, wrong(world, kind, panel), axes=2)
    return np.asarray(bribe + (1 - bribe) * errs)


def _last(
    world: Assumptions, kind: Kind, panels: int, errors: int, review: Array
) -> tuple[float, Array]:
    """How often a review is held (a disagreement, an appeal), and how often the outcome is wrong."""
    granted = panels - errors if kind.abusive else errors
    result = int(together(panels)[granted])
    if result == DIFFER:
        return 1.0, review
    asked = appeals(world, kind) if may_appeal(Step.FIRST, choice(result)) else 0.0
    erred = 1.0 if errors else 0.0
    tried_again = (1 - world.retrials) * erred + world.retrials * review
    return asked, asked * review + (1 - asked) * tried_again


def appeals(world: Assumptions, kind: Kind) -> float:
    """How often the author of a restricted text appeals."""
    if not kind.abusive:
        return world.wronged_appeals
    return world.attacker_appeals if kind.targeted else world.loser_appeals
