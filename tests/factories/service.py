"""Panel members with keys, and seats that wait for their ballots."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from college.committees.actions import cases, casting, keys, seats
from college.committees.models import Ballot as CastBallot
from college.committees.models import Case, Key, Place, Seat
from college.committees.queries import epochs
from college.committees.queries.desk import own_seat
from college.committees.rules.areas import Procedure
from college.committees.rules.ballots import Ballot
from college.committees.rules.signatures import Signature, SignatureKind
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.people.models import Member
from college.record.actions.texts import commit
from tests.factories.acts import make_act
from tests.factories.ballots import Signer
from tests.factories.committees import draw_epoch, seats_called
from tests.factories.people import act_by

SALT = bytes(range(32))
REASON = "It attacks the person, and not what was said."
GROUNDS = ("insult", "threat")


def make_case(number: int = 1, *, at: datetime) -> Case:
    return cases.open_case(
        make_act(at=at),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit(f"You are a fool, for the {number}. time.")],
        grounds=GROUNDS,
    )


def make_cases(number: int) -> list[Case]:
    """So many cases whose first seats are called."""
    taking = epochs.taking()
    assert taking is not None
    made = [make_case(n, at=taking.opened_at) for n in range(1, number + 1)]
    with transaction.atomic():
        draw_epoch(taking)
    return made


@dataclass
class Juror:
    """A member with a seat that was called, and a key of their own."""

    member: Member
    place: Place
    seat: Seat
    signer: Signer
    key: Key

    @property
    def at(self) -> datetime:
        assert self.seat.called_at is not None
        return self.seat.called_at

    @property
    def act(self) -> Act:
        return act_by(self.member, self.at)

    def ballot(self, choice: Choice = Choice.GRANT, ground: str = "insult") -> Ballot:
        return casting.prepare(self.seat, choice=choice, ground=ground, reason=REASON, salt=SALT)


def enrol(
    place: Place, at: datetime, kind: SignatureKind = SignatureKind.DEVICE
) -> tuple[Signer, Key]:
    signer = Signer(kind)
    key = keys.enrol(act_by(place.member, at), place, signer.key)
    signer.commitment = key.document_id
    return signer, key


def make_juror(case: Case, *, kind: SignatureKind = SignatureKind.DEVICE, nth: int = 0) -> Juror:
    """Somebody whose seat on the case is called, and accepted."""
    seat = list(seats_called(case))[nth]
    member = seat.place.member
    signer, key = enrol(seat.place, seat.called_at, kind)
    seats.accept_seat(act_by(member, seat.called_at), seat)
    found = own_seat(member, seat.public_id)
    assert found is not None
    return Juror(member, found.place, found, signer, key)


def cast(juror: Juror, ballot: bytes, signature: Signature, **changes: Any) -> CastBallot:
    """What a juror's page sends, with changes to its ``act``, ``seat``, ``reason`` or ``salt``."""
    given = {"act": juror.act, "seat": juror.seat, "reason": REASON, "salt": SALT} | changes
    return casting.cast(
        given["act"],
        given["seat"],
        ballot=ballot,
        reason=given["reason"],
        salt=given["salt"],
        signature=signature,
    )
