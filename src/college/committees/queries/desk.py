"""A panel member's desk: what waits for me, why me, what I did. Nobody else's seats are ever given."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from college.committees.models import Case, Place, Seat
from college.committees.queries import seats
from college.people.models import Member
from college.record.models import Text

#: Ballots cast within this count as the same sitting: "2 of 6".
_SITTING = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Docket:
    """``called`` wait for a yes or no, ``accepted`` for a ballot, what is due first first; ``done`` were cast
    in this sitting."""

    called: list[Seat]
    accepted: list[Seat]
    done: int

    @property
    def whole(self) -> int:
        """Cases of this sitting: what is accepted and what is done."""
        return len(self.accepted) + self.done


@dataclass(frozen=True, slots=True)
class Why:
    """How a seat came to somebody: the epoch's number and public id, and how many could be drawn for how many
    seats. ``reserve``: called because somebody before them does not sit."""

    epoch: int
    epoch_id: str
    pool: int
    seats: int
    reserve: bool


def docket(member: Member, at: datetime) -> Docket:
    """Two queries."""
    waiting = list(seats.waiting_for(member))
    done = Seat.objects.filter(
        place__member=member, ballot__cast_at__gt=at - _SITTING, ballot__cast_at__lte=at
    ).count()
    called = [seat for seat in waiting if seat.accepted_at is None]
    return Docket(called, [seat for seat in waiting if seat.accepted_at is not None], done)


def own_seat(member: Member, public_id: str) -> Seat | None:
    """A member's own seat, once it was called. One query."""
    rows = Seat.objects.filter(
        public_id=public_id, place__member=member, called_at__isnull=False
    ).select_related("draw__case", "draw__epoch", "place", "ballot")
    return rows.first()


def why(seat: Seat) -> Why:
    """One query."""
    draw = seat.draw
    announced = json.loads(bytes(draw.body))
    return Why(
        epoch=draw.epoch.number,
        epoch_id=draw.epoch.public_id,
        pool=len(announced["pool"]),
        seats=draw.seats.filter(replaces=None).count(),
        reserve=seat.replaces_id is not None,
    )


def shown(case: Case) -> list[Text]:
    """What a panel reads, in order. One query."""
    return [row.text for row in case.shown.select_related("text").order_by("order")]


def service_of(member: Member) -> QuerySet[Place]:
    """Every place a member has had, the newest first. One query."""
    rows = Place.objects.filter(member=member, roster__began_at__isnull=False)
    return rows.select_related("roster").order_by("-roster__number")


def past_seats(member: Member) -> QuerySet[Seat]:
    """Seats that are over, cast or left, the newest first. One query."""
    rows = Seat.objects.filter(place__member=member, called_at__isnull=False)
    return (
        rows.exclude(ballot=None, out_at=None)
        .select_related("draw__case", "place", "ballot")
        .order_by("-called_at", "-id")
    )
