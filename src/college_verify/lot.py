"""From a seed to seats (``spec/draw.md`` sections 2 to 4), by another hand: order, deal, seat, refill.

People are pairs of a label and a stratum; the stratum is a viewpoint's id, or empty for none.
"""

import hmac
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from college_verify.canonical import encode
from college_verify.tally import BY_EVERY_SIDE

Person = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seat:
    """A filled seat: ``own`` for the author's side, ``fallback`` if somebody without a side stands in."""

    place: str
    stratum: str
    own: bool
    fallback: bool


@dataclass(frozen=True, slots=True)
class Size:
    """A size as an announcement has it."""

    name: str
    panels: int
    seats: int
    own: int
    cap: int
    threshold: int


def ordered(seed: str, document: object, labels: list[str]) -> list[str]:
    """Labels by ticket, the lowest first. ``seed`` is hex, ``document`` the announcement."""
    salt = sha256(encode(document)).digest()
    extracted = hmac.new(salt, bytes.fromhex(seed), sha256).digest()

    def ticket(label: str) -> bytes:
        return hmac.new(extracted, label.encode("ascii") + b"\x01", sha256).digest()

    return sorted(labels, key=ticket)


def own_seats(seats: int, viewpoints: int) -> int:
    """Seats of the own side: the nearest whole number to their quotient, halves down, at least one."""
    doubled = 2 * seats - viewpoints
    return max(1, -(-doubled // (2 * viewpoints))) if viewpoints else 0


def cap_of(cap: int, seats: int, own: int, viewpoints: int) -> int:
    """Seats of one panel that one other viewpoint may have."""
    others = viewpoints - (own > 0)
    return max(cap, -(-(seats - own) // others) if others > 0 else seats)


class Panel:
    """One panel's hand: the own side and the others, each in order."""

    def __init__(self, own: list[Person], others: list[Person], size: Size) -> None:
        self.own, self.others, self.size = own, others, size

    def seated(self) -> list[Seat]:
        """The seats as first filled; fewer than asked for if the hand does not suffice."""
        wanted = self.size
        first = [Seat(place, side, True, False) for place, side in self.own[: wanted.own]]
        neutral = [person for person in self.others if not person[1]]
        standing_in = neutral[: wanted.own - len(first)]
        first += [Seat(place, side, True, True) for place, side in standing_in]
        if len(first) < wanted.own:
            return first
        rest: list[Seat] = []
        for person in self.others:
            if len(first) + len(rest) == wanted.seats:
                break
            if person not in standing_in and self._fits(person, rest):
                rest.append(Seat(*person, False, False))
        return first + rest

    def next_for(self, out: Seat, sitting: list[Seat], used: set[str], number: int) -> Seat | None:
        """Who comes into the seat of ``out``; ``used`` had a seat of this panel before.

        Here its ``number`` says nothing.
        """
        if out.own:
            for place, side in self.own:
                if place not in used:
                    return Seat(place, side, True, False)
        for person in self.others:
            if person[0] in used:
                continue
            if out.own and not person[1]:
                return Seat(*person, True, True)
            if not out.own and self._fits(person, [s for s in sitting if not s.own]):
                return Seat(*person, False, False)
        return None

    def _fits(self, person: Person, beside: list[Seat]) -> bool:
        alike = sum(seat.stratum == person[1] for seat in beside)
        return not person[1] or alike < self.size.cap


class PanelOfSides(Panel):
    """One panel's hand where each viewpoint has one seat: seat 1 is that of the first viewpoint, by id."""

    def __init__(
        self, own: list[Person], others: list[Person], size: Size, sides: list[str]
    ) -> None:
        super().__init__(own, others, size)
        self.sides = sides

    def seated(self) -> list[Seat]:
        """Seat by seat until there is one that nobody can take."""
        row: list[Seat] = []
        for side in self.sides:
            comes = self._first_of(side, {seat.place for seat in row})
            if comes is None:
                return row
            row.append(comes)
        return row

    def next_for(self, out: Seat, sitting: list[Seat], used: set[str], number: int) -> Seat | None:
        """The next of the viewpoint whose seat has this number, or of none."""
        return self._first_of(self.sides[number - 1], used)

    def _first_of(self, side: str, used: set[str]) -> Seat | None:
        for people, stands_in in ((self.own, False), (self.others, True)):
            for place, stratum in people:
                if place not in used and stratum == ("" if stands_in else side):
                    return Seat(place, stratum, True, stands_in)
        return None


def sizes(document: Any) -> list[Size]:
    """The sizes that an announcement allows, in order."""
    return [Size(**size) for size in document["sizes"]]


def panels(seed: str, document: Any, size: Size) -> list[Panel]:
    """The hands that a seed deals under an announcement."""
    strata = dict(document["pool"])
    side = document["own_side"]
    people = [(place, strata[place]) for place in ordered(seed, document, list(strata))]
    if document["procedure"] == BY_EVERY_SIDE:
        return _of_every_side(people, sorted(document["viewpoints"]), size)
    own = [person for person in people if side and person[1] == side]
    others = [person for person in people if not side or person[1] != side]
    step = size.panels
    return [Panel(own[at::step], others[at::step], size) for at in range(step)]


def _of_every_side(people: list[Person], sides: list[str], size: Size) -> list[Panel]:
    """Each viewpoint's holders are dealt in turn by themselves, and so are those of none."""
    owns: list[list[Person]] = [[] for _ in range(size.panels)]
    others: list[list[Person]] = [[] for _ in range(size.panels)]
    dealt: Counter[str] = Counter()
    for place, stratum in people:
        if stratum and stratum not in sides:
            continue
        hands = owns if stratum else others
        hands[dealt[stratum] % size.panels].append((place, stratum))
        dealt[stratum] += 1
    return [PanelOfSides(own, rest, size, sides) for own, rest in zip(owns, others, strict=True)]


def drawn(seed: str, document: Any) -> tuple[Size, list[Panel]] | None:
    """The first size that the seed fills, and its hands; ``None`` if it fills none."""
    for size in sizes(document):
        hands = panels(seed, document, size)
        if all(len(hand.seated()) == size.seats for hand in hands):
            return size, hands
    return None
