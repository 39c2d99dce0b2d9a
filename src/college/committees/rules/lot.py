"""The lot: from a public seed to an order of people, and from that order to seats (spec/draw.md)."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from college.record.rules.canonical import encode_entry

#: The stratum of those who hold no viewpoint in the debate; the fallback for seats of an own side too small.
NONE = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the pool: the label that is drawn (a pseudonym), the viewpoint held (its id, or NONE)."""

    label: str
    stratum: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What a draw has to fill: so many panels of so many seats, ``own`` of them for the author's side.

    ``cap``: seats of one panel for one other viewpoint at most.
    """

    panels: int
    seats: int
    own: int
    cap: int


@dataclass(frozen=True, slots=True)
class Hand:
    """The candidates dealt to one panel, in ticket order: those of the own side, and all others."""

    own: tuple[Candidate, ...]
    others: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Seated:
    """Who has a seat. ``own_seat``: kept for the author's side; ``fallback``: filled from NONE instead."""

    candidate: Candidate
    own_seat: bool
    fallback: bool = False


def own_seats(seats: int, viewpoints: int) -> int:
    """Seats for the author's own side, the same for every viewpoint: m/V rounded half down, at least 1."""
    if viewpoints < 1:
        return 0
    return max(1, ceil(Fraction(seats, viewpoints) - Fraction(1, 2)))


def other_cap(cap: int, seats: int, own: int, viewpoints: int) -> int:
    """Seats of another viewpoint at most: the charter's, or what the seats need to be filled at all."""
    others = viewpoints - 1 if own else viewpoints
    return max(cap, ceil((seats - own) / others)) if others > 0 else max(cap, seats)


def shape(panels: int, seats: int, cap: int, *, viewpoints: int, has_side: bool) -> Shape:
    """The shape for a text whose author holds one of ``viewpoints`` viewpoints (``has_side``), or none."""
    own = own_seats(seats, viewpoints) if has_side else 0
    return Shape(panels, seats, own, other_cap(cap, seats, own, viewpoints))


def tickets(
    seed: bytes, announcement: Mapping[str, object], labels: Iterable[str]
) -> dict[str, bytes]:
    """The HKDF order (draft-thomson-elegy-vrs): each label's ticket, 32 bytes; the lowest comes first.

    Input key material is the seed (32 bytes), the salt SHA-256 of the canonical announcement.
    """
    salt = hashlib.sha256(encode_entry(dict(announcement))).digest()
    key = hmac.digest(salt, seed, "sha256")
    return {label: hmac.digest(key, label.encode("ascii") + b"\x01", "sha256") for label in labels}


def order(
    seed: bytes, announcement: Mapping[str, object], pool: Iterable[Candidate]
) -> list[Candidate]:
    """The pool in ticket order. Nobody's place before another depends on who else is in the pool."""
    people = list(pool)
    by = tickets(seed, announcement, [p.label for p in people])
    return sorted(people, key=lambda person: by[person.label])


def deal(ordered: Iterable[Candidate], *, own_side: str, panels: int) -> tuple[Hand, ...]:
    """Deal people in ticket order to the panels, A, B, A, B, own side and others each by themselves.

    ``own_side`` is a viewpoint's id, or NONE where the author has no side; then everybody is another.
    """
    own: list[Candidate] = []
    others: list[Candidate] = []
    for person in ordered:
        (own if own_side and person.stratum == own_side else others).append(person)
    return tuple(Hand(tuple(own[n::panels]), tuple(others[n::panels])) for n in range(panels))


def seat(hand: Hand, wanted: Shape) -> tuple[Seated, ...]:
    """Fill one panel from its hand: own seats first, then the others, each in ticket order.

    A short own side is filled from NONE. The panel may still come out short; ``len`` tells.
    """
    filled = [Seated(person, own_seat=True) for person in hand.own[: wanted.own]]
    missing = wanted.own - len(filled)
    stand_ins = [person for person in hand.others if person.stratum == NONE][:missing]
    filled += [Seated(person, own_seat=True, fallback=True) for person in stand_ins]
    taken = {person.label for person in stand_ins}
    count: Counter[str] = Counter()
    for person in hand.others:
        if len(filled) >= wanted.seats or len(filled) < wanted.own:
            break
        if person.label in taken or not _has_room(person, count, wanted):
            continue
        count[person.stratum] += 1
        filled.append(Seated(person, own_seat=False))
    return tuple(filled)


def refill(
    hand: Hand, wanted: Shape, *, sitting: Sequence[Seated], used: set[str], out: Seated
) -> Seated | None:
    """Who takes the seat of ``out``: the first reserve of the same hand who fits; nobody else moves.

    ``sitting`` are the panel's others who keep their seats, ``used`` the labels that have been called
    to this panel before. ``None``: no reserve is left.
    """
    if out.own_seat:
        of_side = [p for p in hand.own if p.label not in used]
        if of_side:
            return Seated(of_side[0], own_seat=True)
        without = [p for p in hand.others if p.stratum == NONE and p.label not in used]
        return Seated(without[0], own_seat=True, fallback=True) if without else None
    count = Counter(s.candidate.stratum for s in sitting if not s.own_seat)
    for person in hand.others:
        if person.label not in used and _has_room(person, count, wanted):
            return Seated(person, own_seat=False)
    return None


def _has_room(person: Candidate, count: Counter[str], wanted: Shape) -> bool:
    return person.stratum == NONE or count[person.stratum] < wanted.cap
