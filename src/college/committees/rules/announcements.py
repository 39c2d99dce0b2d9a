"""Announcements of draws, and the seats a seed makes of them (spec/draw.md §2–§4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from college.committees.rules import every_side, lot
from college.committees.rules.areas import OF_EVERY_SIDE, Procedure, SizeName
from college.committees.rules.ladder import Step
from college.committees.rules.lot import Candidate, Hand, Seated, Shape
from college.ground.charter import Size

ROSTER = "college-roster-v1"
PLACES = "college-places-v1"
POOL = "college-pool-v1"
DRAW = "college-draw-v1"
SEATING = "college-seating-v1"

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sized:
    """One size a draw may take: its name, its shape, and the ballots of one panel that it takes."""

    name: SizeName
    shape: Shape
    threshold: int


@dataclass(frozen=True, slots=True)
class Made:
    """A draw that could be made: the size taken, each panel's hand and its seats as first filled."""

    sized: Sized
    hands: tuple[Hand, ...]
    panels: tuple[tuple[Seated, ...], ...]


def sized(
    procedure: Procedure,
    name: SizeName,
    size: Size,
    step: Step,
    *,
    viewpoints: int,
    has_side: bool,
) -> Sized:
    """The shape of a step of a case: its first panels, or the one larger panel of a review or re-trial.

    Panels of every side have neither; all of their seats must grant.
    """
    if procedure in OF_EVERY_SIDE:
        return Sized(name, every_side.shape(size.panels, viewpoints), viewpoints)
    if step is Step.FIRST:
        panels, seats, cap, threshold = size.panels, size.seats, size.cap, size.threshold
    else:
        panels, seats = 1, size.review_seats
        cap, threshold = size.review_cap, size.review_threshold
    shape = lot.shape(panels, seats, cap, viewpoints=viewpoints, has_side=has_side)
    return Sized(name, shape, threshold)


def roster_document(
    roster: str, number: int, epoch: str, members: Iterable[str], size: int
) -> Document:
    """Who can be drawn for a term (members' public ids), and how many will be."""
    return {
        "v": ROSTER,
        "roster": roster,
        "number": number,
        "epoch": epoch,
        "members": sorted(members),
        "size": size,
    }


def drawn_members(seed: bytes, document: Document) -> list[str]:
    """The members whom a seed draws for a term, in ticket order."""
    people = [Candidate(member, lot.NONE) for member in document["members"]]
    return [p.label for p in lot.order(seed, document, people)][: document["size"]]


def pool_document(epoch: str, roster: str, places: Iterable[str]) -> Document:
    """The places that can be drawn in an epoch; ``roster`` is empty where there is none."""
    return {"v": POOL, "epoch": epoch, "roster": roster, "places": sorted(places)}


def draw_document(
    *,
    case: str,
    draw: int,
    step: Step,
    epoch: str,
    procedure: Procedure,
    own_side: str,
    viewpoints: Sequence[str],
    sizes: Sequence[Sized],
    pool: Mapping[str, str],
    excused: Mapping[str, str],
    blind: str,
) -> Document:
    """The announcement of a draw. ``pool``: place → stratum; ``excused``: place → why it is not in it.

    ``blind``: 32 random bytes in hex, so that nobody can guess the document before it is opened.
    """
    return {
        "v": DRAW,
        "case": case,
        "draw": draw,
        "step": step.value,
        "epoch": epoch,
        "procedure": procedure.value,
        "own_side": own_side,
        "viewpoints": sorted(viewpoints),
        "sizes": [
            {
                "name": s.name.value,
                "panels": s.shape.panels,
                "seats": s.shape.seats,
                "own": s.shape.own,
                "cap": s.shape.cap,
                "threshold": s.threshold,
            }
            for s in sizes
        ],
        "pool": [[place, pool[place]] for place in sorted(pool)],
        "excused": [[place, excused[place]] for place in sorted(excused)],
        "blind": blind,
    }


def make(seed: bytes, document: Document) -> Made | None:
    """The first size of the announcement whose every seat the seed fills; ``None``: there is none."""
    ordered = _order(seed, document)
    for one in sizes_of(document):
        dealt = _deal(ordered, document, one.shape.panels)
        panels = tuple(_seat(hand, document, one.shape) for hand in dealt)
        if all(len(panel) == one.shape.seats for panel in panels):
            return Made(one, dealt, panels)
    return None


def tickets_of(seed: bytes, document: Document) -> dict[str, bytes]:
    """The ticket of each place in the pool; the lowest comes first."""
    return lot.tickets(seed, document, [place for place, _stratum in document["pool"]])


def hands(seed: bytes, document: Document, panels: int) -> tuple[Hand, ...]:
    """The hands of a draw: whom each panel was dealt."""
    return _deal(_order(seed, document), document, panels)


def refill(
    hand: Hand,
    document: Document,
    shape: Shape,
    *,
    number: int,
    sitting: Sequence[Seated],
    used: set[str],
    out: Seated,
) -> Seated | None:
    """Who takes the seat of this ``number`` (from 1) that ``out`` leaves; as ``lot.refill`` has it."""
    if document["procedure"] in OF_EVERY_SIDE:
        return every_side.refill(hand, document["viewpoints"][number - 1], used=used)
    return lot.refill(hand, shape, sitting=sitting, used=used, out=out)


def sizes_of(document: Document) -> list[Sized]:
    """The sizes that an announcement allows, in order."""
    return [
        Sized(
            SizeName(s["name"]),
            Shape(s["panels"], s["seats"], s["own"], s["cap"]),
            s["threshold"],
        )
        for s in document["sizes"]
    ]


def _order(seed: bytes, document: Document) -> list[Candidate]:
    people = [Candidate(place, stratum) for place, stratum in document["pool"]]
    return lot.order(seed, document, people)


def _deal(ordered: Iterable[Candidate], document: Document, panels: int) -> tuple[Hand, ...]:
    if document["procedure"] in OF_EVERY_SIDE:
        return every_side.deal(ordered, viewpoints=document["viewpoints"], panels=panels)
    return lot.deal(ordered, own_side=document["own_side"], panels=panels)


def _seat(hand: Hand, document: Document, shape: Shape) -> tuple[Seated, ...]:
    if document["procedure"] in OF_EVERY_SIDE:
        return every_side.seat(hand, document["viewpoints"])
    return lot.seat(hand, shape)
