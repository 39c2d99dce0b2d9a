"""Seats: called in waves, accepted, refused, passed on; a panel rules when its ballots settle it."""

import json
import secrets
from dataclasses import replace

from django.db import transaction

from college.committees.actions.deciding import rule
from college.committees.actions.reminders import settle_docket
from college.committees.actions.sealed import seal_bytes
from college.committees.actions.stories import change_of
from college.committees.events.cases import BallotSealed, SeatChanged
from college.committees.models import Ballot, Case, Draw, Place, Seat
from college.committees.queries import cases, seats
from college.committees.rules import announcements, ladder, tally
from college.committees.rules.lot import Candidate, Seated
from college.committees.rules.seats import OutGround
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.actions.notices import tell_once
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.charters import charter_in_force
from college.record.models import Text
from college.record.rules.canonical import encode_entry

_DESK = "/committees/desk/"
_NONCE_BYTES = 32


@transaction.atomic
def accept_seat(act: Act, seat: Seat) -> Seat:
    """Take the seat; from now the ballot is due."""
    row = _own_open_seat(act, seat)
    if row.accepted_at is None:
        row.accepted_at = act.at
        row.due_at = act.at + charter_in_force().clocks.voting
        row.save(update_fields=["accepted_at", "due_at"])
        settle_docket(act, row.place.member)
    return row


@transaction.atomic
def refuse_seat(act: Act, seat: Seat, *, tied: bool = False) -> Seat:
    """Say no to a seat, before or after accepting it; it costs nothing, and the next is called.

    ``tied``: because one has to do with the case, which the case tells apart when it is opened.
    """
    row = _own_open_seat(act, seat)
    vacate(act, row, ground=OutGround.RECUSED if tied else OutGround.REFUSED)
    settle_docket(act, row.place.member)
    return row


@transaction.atomic
def seal_ballot(
    act: Act, seat: Seat, *, choice: Choice, ground: str, reason: Text, body: bytes
) -> Ballot:
    """Keep a ballot that has been checked and signed; ``body`` is its canonical document.

    ``actions/casting.py`` checks it. The entry's actor is the seat: until the
    case closes nobody learns which pseudonym sits on it, so that nobody can be bribed or pressed.
    """
    row = _own_open_seat(act, seat)
    if row.accepted_at is None:
        raise Refusal("committees.ballot.not-accepted")
    sealed = seal_bytes(body)
    ballot = Ballot.objects.create(
        seat=row,
        choice=choice,
        ground=ground,
        reason=reason,
        salt=sealed.salt,
        body=sealed.body,
        digest=sealed.digest,
        cast_at=act.at,
    )
    event = BallotSealed(case=row.draw.case.public_id, seat=row.public_id, ballot=sealed.digest)
    append(replace(act, actor=row.public_id), event, subject=row.public_id)
    advance(act, row.draw, row.panel)
    return ballot


def call_first_wave(act: Act, draw: Draw) -> None:
    """Call each panel's first seats; the others only if those do not settle it."""
    for panel in range(draw.panels):
        rows = list(draw.seats.filter(panel=panel).order_by("number"))
        _call(act, rows[: ladder.first_wave(len(rows), draw.threshold)])


def step(act: Act) -> int:
    """Pass on every seat whose time is over, each in a transaction of its own."""
    return sum(_expire(act, seat) for seat in seats.overdue(act.at))


def vacate(act: Act, seat: Seat, *, ground: OutGround) -> None:
    """End a seat and call the next of the same hand; nobody else moves. The case is locked."""
    draw = seat.draw
    seat.out_at, seat.out_ground = act.at, ground
    seat.change_salt = secrets.token_bytes(32)
    seat.save(update_fields=["out_at", "out_ground", "change_salt"])
    follower = _refill(draw, seat)
    if follower is not None:
        follower.save(force_insert=True)
        seat.replaced_by = follower
    sealed = seal_bytes(encode_entry(change_of(seat)), seat.change_salt)
    event = SeatChanged(case=draw.case.public_id, change=sealed.digest)
    append(replace(act, actor="clock"), event, subject=draw.case.public_id)
    if follower is not None and seat.called_at is not None:
        _call(act, [follower])
    advance(act, draw, seat.panel)


def advance(act: Act, draw: Draw, panel: int) -> None:
    """Let a panel rule if it can, or call its second wave. The case is locked."""
    if cases.has_ruled(draw, panel):
        return
    held = list(
        draw.seats.filter(panel=panel, out_at=None).select_related("ballot").order_by("number")
    )
    votes = [
        tally.Vote(Choice(s.ballot.choice), s.ballot.ground) for s in held if hasattr(s, "ballot")
    ]
    waiting = [s for s in held if not hasattr(s, "ballot")]
    called = [s for s in waiting if s.called_at is not None]
    if called:
        return
    settled = tally.settled(votes, threshold=draw.threshold, outstanding=len(waiting))
    if settled is None:
        _call(act, waiting)
        return
    rule(act, draw, panel, settled)


def _own_open_seat(act: Act, seat: Seat) -> Seat:
    """The member's own seat, its case locked; refuses what is over or another's."""
    member = acting_member(act)
    Case.objects.select_for_update(no_key=True).get(draws=seat.draw_id)
    row = Seat.objects.select_related("draw__case", "draw__epoch__pooled", "place").get(pk=seat.pk)
    if row.place.member_id != member.pk:
        raise Refusal("committees.seat.not-yours")
    if hasattr(row, "ballot"):
        raise Refusal("committees.ballot.already-cast")
    if row.out_at is not None or row.called_at is None or row.draw.decided_at is not None:
        raise Refusal("committees.seat.over")
    if row.due_at <= act.at:
        raise Refusal("committees.seat.too-late")
    return row


def _call(act: Act, rows: list[Seat]) -> None:
    due = act.at + charter_in_force().clocks.accepting
    for seat in rows:
        seat.called_at, seat.due_at = act.at, due
        seat.save(update_fields=["called_at", "due_at"])
        tell_once(seat.place.member, "committees.seat.called", path=_DESK, at=act.at, urgent=True)


@transaction.atomic
def _expire(act: Act, seat: Seat) -> int:
    Case.objects.select_for_update(no_key=True).get(draws=seat.draw_id)
    row = Seat.objects.select_related("draw__case", "draw__epoch__pooled", "place").get(pk=seat.pk)
    over = row.draw.decided_at is not None or row.out_at is not None or hasattr(row, "ballot")
    if over or row.due_at > act.at:
        return 0
    vacate(act, row, ground=OutGround.SILENT if row.accepted_at is None else OutGround.LATE)
    return 1


def _refill(draw: Draw, out: Seat) -> Seat | None:
    """The next of the same hand who fits and still serves, as an unsaved seat."""
    document = json.loads(bytes(draw.body))
    sized = next(s for s in announcements.sizes_of(document) if s.name == draw.size)
    dealt = announcements.hands(bytes.fromhex(draw.epoch.seed), document, draw.panels)
    strata = dict(document["pool"])
    rows = list(draw.seats.filter(panel=out.panel).select_related("place"))
    sitting = [_seated(s, strata) for s in rows if s.out_at is None]
    used = {s.place.public_id for s in rows}
    leaver = _seated(out, strata)
    found = announcements.refill(
        dealt[out.panel],
        document,
        sized.shape,
        number=out.number,
        sitting=sitting,
        used=used,
        out=leaver,
    )
    if found is None:
        return None
    return Seat(
        public_id=new_public_id(),
        draw=draw,
        panel=out.panel,
        number=out.number,
        place=Place.objects.get(public_id=found.candidate.label),
        own_seat=found.own_seat,
        fallback=found.fallback,
        nonce=secrets.token_hex(_NONCE_BYTES),
        replaces=out,
    )


def _seated(seat: Seat, strata: dict[str, str]) -> Seated:
    label = seat.place.public_id
    return Seated(Candidate(label, strata[label]), own_seat=seat.own_seat, fallback=seat.fallback)
