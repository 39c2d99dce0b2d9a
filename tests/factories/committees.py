"""A College with a roster, epochs with seeds that tests choose, and cases that run through their panels."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from college.committees.actions import cases, draws, rosters, sealing, seats
from college.committees.models import Case, Draw, Epoch, Roster, Seat
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.record.actions.texts import commit, commit_plain
from college.record.rules.canonical import encode_entry
from tests.factories.acts import MOMENT, make_act
from tests.factories.people import make_member

CLOCK = Act(actor="clock", at=MOMENT)


def open_epoch(at: datetime = MOMENT) -> Epoch:
    """The next epoch, taking cases, its pool frozen."""
    last = Epoch.objects.order_by("-number").first()
    epoch = Epoch.objects.create(
        number=last.number + 1 if last else 1,
        opened_at=at,
        seals_at=at + timedelta(hours=22),
        ends_at=at + timedelta(hours=24),
    )
    epoch.pool = sealing.freeze_pool(replace(CLOCK, at=at), epoch)
    epoch.save()
    return epoch


def draw_epoch(epoch: Epoch, *, seed: str = "a seed", at: datetime | None = None) -> Epoch:
    """Seal an epoch, open the next, and give the sealed one a seed made of a word; do what is due then."""
    at = at or epoch.ends_at
    act = replace(CLOCK, at=at)
    epoch.sealed_at, epoch.cases = at, sealing.seal_cases(act, epoch)
    epoch.revealing_from = epoch.drawn_at = at
    epoch.seed = hashlib.sha256(seed.encode()).hexdigest()
    epoch.save()
    open_epoch(at)
    rosters.step(act)
    draws.make_due(act)
    return epoch


def make_roster(people: int = 90, *, at: datetime = MOMENT) -> Roster:
    """A roster in force, drawn from so many members; an epoch with its places in the pool takes cases."""
    joined = at - timedelta(days=400)
    for _ in range(people):
        make_member(at=joined)
    first = open_epoch(at - timedelta(days=2))
    rosters.step(replace(CLOCK, at=first.opened_at))
    draw_epoch(first, at=at - timedelta(days=1))
    taking = Epoch.objects.get(seed="")
    draw_epoch(taking, at=at)
    return Roster.objects.get(ended_at=None)


def seats_called(case: Case) -> Iterable[Seat]:
    """The seats that wait for an answer or a ballot now."""
    rows = Seat.objects.filter(
        draw__case=case, out_at=None, called_at__isnull=False, ballot=None, draw__decided_at=None
    )
    return rows.select_related("place__member", "draw").order_by("panel", "number")


def vote(
    seat: Seat, choice: Choice, *, ground: str = "", at: datetime | None = None, reason: str = "So."
) -> None:
    """Accept a seat if need be and seal an unsigned ballot: for tests of what follows from ballots."""
    at = at or seat.called_at
    act = make_act(seat.place.member.public_id, at=at)
    seats.accept_seat(act, seat)
    body = encode_entry({"choice": choice.value, "ground": ground, "seat": seat.public_id})
    seats.seal_ballot(
        act, seat, choice=choice, ground=ground, reason=commit_plain(reason), body=body
    )


def vote_all(case: Case, choices: Sequence[tuple[Choice, str]] | tuple[Choice, str]) -> None:
    """Let every panel of the present draw vote until it has ruled: a (choice, ground) each, or for all."""
    one = isinstance(choices[0], Choice)
    while waiting := list(seats_called(case)):
        for seat in waiting:
            choice, ground = choices if one else choices[seat.panel]  # type: ignore[assignment, misc]
            vote(seat, choice, ground=ground)


def present_draw(case: Case) -> Draw:
    return case.draws.order_by("-id")[0]


def make_case(
    *,
    procedure: Procedure = Procedure.CONDUCT,
    rule: str = "insult",
    parties: Sequence[str] = (),
    at: datetime = MOMENT + timedelta(hours=1),
    **wishes: Any,
) -> Case:
    """A case about one text, filed in the epoch that takes cases."""
    return cases.open_case(
        make_act(at=at),
        procedure=procedure,
        rule=rule,
        shown=[commit("You are a fool.")],
        parties=dict.fromkeys(parties, Party.REPLIED),
        **wishes,
    )
