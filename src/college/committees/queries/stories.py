"""A case's story as everybody may read it: what is sealed until it closes is only counted."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from college.committees.models import Case, Draw, Epoch, Seat
from college.committees.rules import announcements
from college.committees.rules.areas import OF_EVERY_SIDE, Procedure
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice, Ruling
from college.record.models import Text

if TYPE_CHECKING:
    from college.committees.models import StewardVote

_PANELS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class SeatStory:
    """One seat, and what its holder did. ``place`` is the pseudonym; ``before`` the one it passed on from.

    ``choice`` is empty where no ballot was cast; ``dissents``: it says otherwise than its panel ruled.
    ``side``: the viewpoint whose seat it is, where every viewpoint has one; else empty.
    """

    public_id: str
    number: int
    place: str
    before: str
    own_seat: bool
    fallback: bool
    side: str
    called_at: datetime | None
    out_at: datetime | None
    out_ground: str
    cast_at: datetime | None
    choice: str
    ground: str
    reason: Text | None
    dissents: bool


@dataclass(frozen=True, slots=True)
class PanelStory:
    """One panel: its letter, its ruling, and its seats in the order of their numbers."""

    letter: str
    ruling: Ruling
    ruled_at: datetime
    needed: int
    seats: tuple[SeatStory, ...]

    @property
    def cast(self) -> list[SeatStory]:
        return [seat for seat in self.seats if seat.choice]

    @property
    def passed_on(self) -> list[SeatStory]:
        return [seat for seat in self.seats if seat.out_at is not None]

    @property
    def not_called(self) -> int:
        return sum(seat.called_at is None and seat.out_at is None for seat in self.seats)

    @property
    def grants(self) -> int:
        """Ballots for the ground of the ruling, or for any where the panel kept."""
        granted = [s for s in self.seats if s.choice == Choice.GRANT]
        return sum(self.ruling.ground in ("", s.ground) for s in granted)


@dataclass(frozen=True, slots=True)
class DrawStory:
    """One draw. While it is sealed only ``sealed_ballots`` and ``changes`` are told of its panels.

    ``excused``: how many of the pool may not sit, by word. ``people``: who could be drawn, by stratum.
    """

    number: int
    step: Step
    epoch: Epoch
    filed_at: datetime
    drawn_at: datetime | None
    decided_at: datetime | None
    size: str
    unmet: str
    sealed_ballots: int
    changes: int
    is_open: bool
    people: int
    excused: dict[str, int]
    own_seats: int
    panels: tuple[PanelStory, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A case with everything that is public of it. ``shown`` is empty while its texts are not."""

    case: Case
    shown: list[Text]
    draws: list[DrawStory]
    votes: "list[StewardVote]"
    is_control: bool


def story(public_id: str) -> Story | None:
    """Seven queries at most, however many draws there are."""
    case = Case.objects.filter(public_id=public_id).select_related("asked", "control").first()
    if case is None:
        return None
    return Story(
        case=case,
        shown=_shown(case),
        draws=_draws(case),
        votes=list(case.steward_votes.select_related("member", "reason").order_by("id")),
        is_control=hasattr(case, "control") and case.control.opened_at is not None,
    )


def sides_seated(case: Case) -> list[str]:
    """The viewpoints that seats 1, 2, … of each panel belong to, where every viewpoint has one. No query."""
    return sorted(case.viewpoints) if case.procedure in OF_EVERY_SIDE else []


def _shown(case: Case) -> list[Text]:
    """What the panels read. The text of a control stays sealed while it can still be used."""
    if case.procedure == Procedure.CERTIFY:
        opened = case.certifies.values_list("opened_at", flat=True)
        if not opened or None in opened:
            return []
    return [row.text for row in case.shown.select_related("text").order_by("order")]


def _draws(case: Case) -> list[DrawStory]:
    draws = list(case.draws.select_related("epoch", "case").order_by("id"))
    seats: dict[int, list[Seat]] = {draw.pk: [] for draw in draws}
    rows = Seat.objects.filter(draw__in=draws).select_related(
        "place", "ballot__reason", "replaces__place"
    )
    for seat in rows.order_by("panel", "number", "id"):
        seats[seat.draw_id].append(seat)
    return [_draw(number, draw, seats[draw.pk]) for number, draw in enumerate(draws, 1)]


def _draw(number: int, draw: Draw, seats: Sequence[Seat]) -> DrawStory:
    is_open = draw.story_id is not None
    document: dict[str, Any] = json.loads(bytes(draw.body)) if is_open and draw.body else {}
    shape = next((s for s in document.get("sizes", ()) if s["name"] == draw.size), None)
    return DrawStory(
        number=number,
        step=Step(draw.step),
        epoch=draw.epoch,
        filed_at=draw.filed_at,
        drawn_at=draw.drawn_at,
        decided_at=draw.decided_at,
        size=draw.size,
        unmet=draw.unmet,
        sealed_ballots=sum(hasattr(seat, "ballot") for seat in seats),
        changes=sum(seat.out_at is not None for seat in seats),
        is_open=is_open,
        people=len(document.get("pool", ())),
        excused=dict(Counter(word for _place, word in document.get("excused", ()))),
        own_seats=shape["own"] if shape else 0,
        panels=_panels(draw, seats) if is_open else (),
    )


def _panels(draw: Draw, seats: Sequence[Seat]) -> tuple[PanelStory, ...]:
    sides = sides_seated(draw.case)
    return tuple(
        PanelStory(
            letter=_PANELS[row.panel] if draw.step == Step.FIRST else "",
            ruling=(ruling := Ruling(Choice(row.choice), row.ground)),
            ruled_at=row.at,
            needed=draw.threshold,
            seats=tuple(_seat(seat, ruling, sides) for seat in seats if seat.panel == row.panel),
        )
        for row in draw.rulings.order_by("panel")
    )


def _seat(seat: Seat, ruling: Ruling, sides: Sequence[str]) -> SeatStory:
    ballot = getattr(seat, "ballot", None)
    said = Ruling(Choice(ballot.choice), ballot.ground) if ballot else None
    return SeatStory(
        public_id=seat.public_id,
        number=seat.number,
        place=seat.place.public_id,
        before=seat.replaces.place.public_id if seat.replaces else "",
        own_seat=seat.own_seat,
        fallback=seat.fallback,
        side=sides[seat.number - 1] if sides else "",
        called_at=seat.called_at,
        out_at=seat.out_at,
        out_ground=seat.out_ground,
        cast_at=ballot.cast_at if ballot else None,
        choice=said.choice.value if said else "",
        ground=said.ground if said else "",
        reason=ballot.reason if ballot else None,
        dissents=said is not None and said != ruling,
    )


@dataclass(frozen=True, slots=True)
class Replay:
    """What a reader draws again: the seed, the announcement with its salt and digest, and the seats.

    ``tickets``: place → hex; ``dealt``: place → panel and place in that panel's hand, from 1.
    ``seats``: panel → places, as first drawn.
    """

    case: str
    number: int
    step: Step
    epoch: Epoch
    announcement: dict[str, Any]
    salt: str
    digest: str
    size: str
    tickets: dict[str, str]
    order: list[str]
    dealt: dict[str, int]
    seats: list[list[str]]


def replay(public_id: str, number: int) -> Replay | None:
    """The number-th draw of a case, once it is opened and seats were drawn. Three queries."""
    draws = Draw.objects.filter(case__public_id=public_id).select_related("epoch", "case")
    draw = next(iter(draws.order_by("id")[number - 1 : number]), None)
    if draw is None or draw.story_id is None or not draw.size:
        return None
    document = json.loads(bytes(draw.body))
    seed = bytes.fromhex(draw.epoch.seed)
    tickets = announcements.tickets_of(seed, document)
    dealt = announcements.hands(seed, document, draw.panels)
    first = draw.seats.filter(replaces=None).order_by("panel", "number")
    seated = list(first.values_list("panel", "place__public_id"))
    return Replay(
        case=public_id,
        number=number,
        step=Step(draw.step),
        epoch=draw.epoch,
        announcement=document,
        salt=bytes(draw.salt).hex(),
        digest=draw.digest,
        size=draw.size,
        tickets={place: ticket.hex() for place, ticket in tickets.items()},
        order=sorted(tickets, key=lambda place: tickets[place]),
        dealt={
            person.label: panel
            for panel, hand in enumerate(dealt)
            for person in (*hand.own, *hand.others)
        },
        seats=[[p for at, p in seated if at == panel] for panel in range(draw.panels)],
    )
