"""Which size of the charter serves: computed, never assumed. Where none does, everybody is told so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from college.committees.rules import lot
from college.committees.rules.areas import OF_EVERY_SIDE, WAYS, Procedure, SizeName
from college.ground.charter import Charter, Size


class Unmet(StrEnum):
    """Why a case cannot be seated redundantly: a closed list, each with its words in public."""

    TOO_FEW = "too-few"  # people on the roster
    OFF_DUTY = "off-duty"  # enough serve, too few of them this week
    PARTIES = "parties"  # too many have to do with the case
    OWN_SIDE = "own-side"  # its author's side, and those of no side, cannot fill their seats
    ONE_SIDED = "one-sided"  # the other viewpoints' seats cannot be filled within their caps
    A_SIDE = "a-side"  # a viewpoint with a seat in every panel, and those of none, cannot fill it


@dataclass(frozen=True, slots=True)
class Pool:
    """Who there is for one case, in numbers of people.

    ``serving`` are on the roster, ``off_duty`` of them not on duty, ``parties`` of the rest may not sit.
    ``strata``: how many of those who may sit hold each viewpoint of the debate, ``lot.NONE`` for none;
    ``viewpoints`` is how many the debate has, ``own_side`` the one the author holds, or ``lot.NONE``.
    """

    serving: int
    off_duty: int = 0
    parties: int = 0
    strata: Mapping[str, int] = field(default_factory=dict)
    viewpoints: int = 0
    own_side: str = lot.NONE


@dataclass(frozen=True, slots=True)
class Seating:
    """The size that seats a case, or none and why."""

    size: SizeName | None
    unmet: Unmet | None = None


def size_of(charter: Charter, name: SizeName) -> Size:
    """The numbers of a size."""
    size: Size = getattr(charter.sizes, name.value)
    return size


def seats_of(size: Size) -> int:
    """All seats that a case may need: the first panels', and the review's."""
    return size.panels * size.seats + size.review_seats


def least_present(size: Size) -> int:
    """How many people must be able to sit: every seat filled, with half of the reserves still there.

    The other half of the reserves that ``pool`` keeps is what recusals and duty may take.
    """
    reserves = size.pool - seats_of(size)
    return seats_of(size) + (reserves + 1) // 2


def serving(procedure: Procedure, charter: Charter, on_roster: int) -> SizeName | None:
    """The first of a procedure's sizes that so many people on the roster can serve, or none."""
    for name in WAYS[procedure].sizes:
        if on_roster >= size_of(charter, name).pool:
            return name
    return None


def seating(procedure: Procedure, charter: Charter, pool: Pool) -> Seating:
    """The first of a procedure's sizes that can be seated for one case, with reserves; else why not.

    The reason is that of the smallest size: what would have to change for the case to be decided at all.
    """
    unmet = Unmet.TOO_FEW
    for name in WAYS[procedure].sizes:
        size = size_of(charter, name)
        every_side = procedure in OF_EVERY_SIDE
        missing = _lacking_every_side(size, pool) if every_side else lacking(size, pool)
        if missing is None:
            return Seating(name)
        unmet = missing
    return Seating(None, unmet)


def lacking(size: Size, pool: Pool) -> Unmet | None:
    """What a pool lacks for a size, as far as counting tells; ``None`` if nothing."""
    least = least_present(size)
    if pool.serving < size.pool:
        return Unmet.TOO_FEW
    if pool.serving - pool.off_duty < least:
        return Unmet.OFF_DUTY
    if pool.serving - pool.off_duty - pool.parties < least:
        return Unmet.PARTIES
    return _lacking_sides(size, pool)


def is_founding(charter: Charter, on_roster: int) -> bool:
    """Whether the founding charter still holds: texts that are reported cannot be judged by panels yet.

    Then stewards decide in pairs, everything provisional, and can be tried again by the first panels.
    """
    return serving(Procedure.CONDUCT, charter, on_roster) is None


def _lacking_every_side(size: Size, pool: Pool) -> Unmet | None:
    """One seat of every viewpoint in each of the first panels, and no review above them."""
    seats = size.panels * pool.viewpoints
    if pool.serving < size.pool:
        return Unmet.TOO_FEW
    if pool.serving - pool.off_duty < seats:
        return Unmet.OFF_DUTY
    if pool.serving - pool.off_duty - pool.parties < seats:
        return Unmet.PARTIES
    held = [number for side, number in pool.strata.items() if side != lot.NONE]
    stand_ins = seats - sum(min(number, size.panels) for number in held)
    return Unmet.A_SIDE if stand_ins > pool.strata.get(lot.NONE, 0) else None


def _lacking_sides(size: Size, pool: Pool) -> Unmet | None:
    panel = _shape(size.panels, size.seats, size.cap, pool)
    review = _shape(1, size.review_seats, size.review_cap, pool)
    own = size.panels * panel.own + review.own
    neutral = pool.strata.get(lot.NONE, 0)
    of_side = pool.strata.get(pool.own_side, 0) if pool.own_side != lot.NONE else 0
    stand_ins = max(0, own - of_side)
    if stand_ins > neutral:
        return Unmet.OWN_SIDE
    cap = size.panels * panel.cap + review.cap
    aside = (lot.NONE, pool.own_side)
    others = sum(min(n, cap) for side, n in pool.strata.items() if side not in aside)
    wanted = seats_of(size) - own
    return Unmet.ONE_SIDED if neutral - stand_ins + others < wanted else None


def _shape(panels: int, seats: int, cap: int, pool: Pool) -> lot.Shape:
    has_side = pool.own_side != lot.NONE
    return lot.shape(panels, seats, cap, viewpoints=pool.viewpoints, has_side=has_side)
