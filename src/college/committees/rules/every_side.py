"""Panels of every side: one seat for each viewpoint, and nobody beside (spec/draw.md §4).

Seat 1 belongs to the first viewpoint of the sorted list, seat 2 to the second, and so on, in each panel.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from college.committees.rules.lot import NONE, Candidate, Hand, Seated, Shape


def shape(panels: int, viewpoints: int) -> Shape:
    """So many panels with as many seats as there are viewpoints, each of them an own seat."""
    return Shape(panels, seats=viewpoints, own=viewpoints, cap=0)


def deal(
    ordered: Iterable[Candidate], *, viewpoints: Sequence[str], panels: int
) -> tuple[Hand, ...]:
    """Deal people in ticket order to the panels, A, B, A, B, the holders of each viewpoint by themselves.

    A hand's ``own`` are the holders of the viewpoints, one viewpoint after another; its ``others`` those
    who hold none. Whoever holds a viewpoint that is not in ``viewpoints`` is dealt to nobody.
    """
    of: dict[str, list[Candidate]] = {side: [] for side in (*viewpoints, NONE)}
    for person in ordered:
        if person.stratum in of:
            of[person.stratum].append(person)
    return tuple(
        Hand(
            own=tuple(chain.from_iterable(of[side][n::panels] for side in viewpoints)),
            others=tuple(of[NONE][n::panels]),
        )
        for n in range(panels)
    )


def seat(hand: Hand, viewpoints: Sequence[str]) -> tuple[Seated, ...]:
    """Fill one panel from its hand: for each viewpoint its first holder, or else one who holds none.

    The panel ends before the first seat that nobody can take; ``len`` tells.
    """
    filled: list[Seated] = []
    for side in viewpoints:
        comes = refill(hand, side, used={one.candidate.label for one in filled})
        if comes is None:
            break
        filled.append(comes)
    return tuple(filled)


def refill(hand: Hand, side: str, *, used: set[str]) -> Seated | None:
    """Who takes a viewpoint's seat: its next holder in the hand, else the next who holds none.

    ``used`` are the labels that had a seat of this panel before. ``None``: nobody is left.
    """
    for person in hand.own:
        if person.stratum == side and person.label not in used:
            return Seated(person, own_seat=True)
    stand_in = next((person for person in hand.others if person.label not in used), None)
    return Seated(stand_in, own_seat=True, fallback=True) if stand_in is not None else None
