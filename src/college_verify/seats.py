"""Who sat where: the seats of a draw as its seed makes them, and every change since (``spec/draw.md`` §4)."""

from dataclasses import dataclass, field
from typing import Any

from college_verify import lot
from college_verify.documents import opened
from college_verify.facts import Case, Told
from college_verify.fields import is_id
from college_verify.findings import Broken, shown
from college_verify.lot import Panel, Seat, Size

_GROUNDS = {"refused", "silent", "late", "recused", "left"}


@dataclass
class Held:
    """A seat: where it is, who holds it, and since which entry. ``until`` is -1 while nobody has left it."""

    panel: int
    number: int
    seat: Seat
    since: int
    until: int = -1


@dataclass
class Seats:
    """All seats that a draw ever had, by their ids."""

    size: Size
    panels: list[Panel]
    held: dict[str, Held] = field(default_factory=dict)

    def of(self, panel: int) -> list[str]:
        """The ids of the seats of a panel that are held to the end, by number."""
        mine = [name for name, one in self.held.items() if one.panel == panel and one.until < 0]
        return sorted(mine, key=lambda name: self.held[name].number)


def check(case: Case, story: Any, document: Any, seed: str, drawn_at: int) -> Seats | None:
    """The seats of a story, recomputed; ``None`` if it says that nobody could be seated. Raises ``Broken``.

    ``drawn_at`` is the index of the entry that gave the seed.
    """
    found = lot.drawn(seed, document)
    if story["seating"] is None:
        if found is not None:
            raise Broken("it is told that nobody could be seated, and the seed seats everybody")
        return None
    if found is None:
        raise Broken("seats are told of, and the seed fills no size")
    digest, seating = opened(story["seating"], "college-seating-v1")
    made = next((t for t in case.of("made") if t.data["seating"] == digest), None)
    if made is None or made.data["epoch"] != document["epoch"]:
        raise Broken(
            "the seats that are opened are not those that were sealed when they were drawn"
        )
    if made.index < drawn_at:
        raise Broken("the seats were drawn before the seed was known")
    seats = Seats(*found)
    _fill(seats, seating, made.index)
    _replay(case, story, seats, made)
    return seats


def _fill(seats: Seats, seating: Any, index: int) -> None:
    if seating["size"] != seats.size.name:
        raise Broken(f"the size is {shown(seating['size'])}, by the seed it is {seats.size.name}")
    expected: list[list[Any]] = [
        [panel, number, seat.place, seat.own, seat.fallback]
        for panel, hand in enumerate(seats.panels)
        for number, seat in enumerate(hand.seated(), start=1)
    ]
    told = [row[1:] for row in seating["seats"]]
    for one, other in zip(told, expected, strict=False):
        if one != other:
            place = f"panel {'ABCDEFGH'[other[0]]}, seat {other[1]}"
            raise Broken(
                f"{place} belongs to {shown(other[2])} by the seed, and {shown(one[2])} has it"
            )
    if told != expected:
        raise Broken(f"{len(told)} seats are told of, by the seed there are {len(expected)}")
    for row in seating["seats"]:
        _add(
            seats, row[0], Held(row[1], row[2], Seat(row[3], _stratum(seats, row), *row[4:]), index)
        )


def _stratum(seats: Seats, row: Any) -> str:
    hand = seats.panels[int(row[1])]
    return next(side for place, side in hand.own + hand.others if place == str(row[3]))


def _add(seats: Seats, name: object, held: Held) -> None:
    if not isinstance(name, str) or not is_id(name) or name in seats.held:
        raise Broken(f"the seat {shown(name)} is told twice, or has no public id")
    seats.held[name] = held


def _replay(case: Case, story: Any, seats: Seats, made: Told) -> None:
    """Every change in the order of the entries: who goes, and who must come."""
    changes = dict(opened(one, "college-change-v1") for one in story["changes"])
    entries = {told.data["change"]: told for told in case.of("changed")}
    for digest in changes:
        if digest not in entries or entries[digest].index < made.index:
            raise Broken("a change of seats is opened that was never sealed")
    for digest in sorted(changes, key=lambda digest: entries[digest].index):
        _change(seats, changes[digest], entries[digest].index)


def _change(seats: Seats, change: Any, index: int) -> None:
    out = seats.held.get(change["seat"])
    if out is None or out.until >= 0:
        raise Broken(f"somebody leaves the seat {shown(change['seat'])}, which nobody holds")
    if change["ground"] not in _GROUNDS:
        raise Broken(f"the ground {shown(change['ground'])} is none for leaving a seat")
    out.until = index
    panel = [one for one in seats.held.values() if one.panel == out.panel]
    sitting = [one.seat for one in panel if one.until < 0]
    used = {one.seat.place for one in panel}
    comes = seats.panels[out.panel].next_for(out.seat, sitting, used, out.number)
    told = (change["new_place"], change["fallback"])
    if told != ((comes.place, comes.fallback) if comes else ("", False)):
        who = shown(comes.place) if comes else "nobody"
        raise Broken(
            f"into the seat {shown(change['seat'])} {who} comes by the order, not {shown(told[0])}"
        )
    if comes is not None:
        _add(seats, change["new_seat"], Held(out.panel, out.number, comes, index))
