"""A College that is heard in full by the real actions, hour by hour: real epochs, panels, signed ballots."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from college.administration.due import due as administration_due
from college.committees.actions import seats
from college.committees.actions.casting import cast, prepare
from college.committees.due import due as committees_due
from college.committees.models import Case, Seat
from college.committees.queries import epochs
from college.committees.queries.desk import own_seat
from college.committees.queries.duty import duty_member
from college.committees.rules.tally import Choice
from college.debates.actions import holdings, holds, restrictions
from college.debates.actions.reports import report
from college.debates.due import due as debates_due
from college.debates.models import Contribution, Report
from college.debates.rules.grounds import Ground
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.record.due import due as record_due
from tests.debates.actions.said import Room, make_room
from tests.factories.committees import seats_called
from tests.factories.debates import Stand
from tests.factories.people import act_by, make_member
from tests.factories.service import SALT, enrol

HOUR = timedelta(hours=1)
REASON = "It calls another member names instead of answering."
GRANT, KEEP = Choice.GRANT, Choice.KEEP
Choosing = Callable[[Seat], Choice]


@dataclass
class Court:
    """A debate and the committees that hear its texts, at a moment. ``signers`` by place."""

    room: Room
    at: datetime
    signers: dict[str, object] = field(default_factory=dict)
    cast: int = 0

    def go(self, until: datetime) -> None:
        """Let the clock tick every hour until a moment."""
        while self.at < until:
            self.at = min(self.at + HOUR, until)
            self.tick()

    def tick(self) -> None:
        for due in (record_due, committees_due, administration_due, debates_due):
            due(self.at)
        sequence(self.at)
        self.room.stand.at = self.at

    def wait_for_draw(self) -> None:
        """Until the seed of the epoch that takes cases is known."""
        taking = epochs.taking()
        assert taking is not None
        self.go(taking.ends_at + HOUR)

    def report(self, row: Contribution, ground: Ground) -> Report:
        by = self.room.undecided
        act, urgent = act_by(by, self.at), ground is Ground.THREAT
        return report(act, row, ground=ground, reason=REASON, urgent=urgent)

    def hold(self, row: Report) -> None:
        """The member on duty holds the text back."""
        place = duty_member(self.at)
        assert place is not None
        holds.hold(act_by(place.member, self.at), row.hearing, reason="It may harm somebody.")

    def vote(self, seat: Seat, choice: Choice) -> None:
        """Accept, sign with a device's key, and cast."""
        member, place = seat.place.member, seat.place
        if place.public_id not in self.signers:
            self.signers[place.public_id], _key = enrol(place, self.at)
        seats.accept_seat(act_by(member, self.at), seat)
        own = own_seat(member, seat.public_id)
        assert own is not None
        self.cast += 1
        salt = (int.from_bytes(SALT) + self.cast).to_bytes(32)
        ground = seat.draw.case.grounds[0] if choice is GRANT else ""
        wishes = {"choice": choice, "ground": ground, "reason": REASON, "salt": salt}
        ballot = prepare(own, **wishes)
        signature = self.signers[place.public_id].sign(ballot.text)
        act = act_by(member, self.at)
        cast(act, own, ballot=ballot.text, reason=REASON, salt=salt, signature=signature)

    def hear(self, case: Case, choose: Choosing) -> None:
        """Let the panels vote until they have ruled."""
        while waiting := list(seats_called(case)):
            for seat in waiting:
                self.vote(seat, choose(seat))

    def refuse(self, case: Case) -> None:
        """The first who is called says no; another does not answer in time."""
        waiting = list(seats_called(case))
        seats.refuse_seat(act_by(waiting[0].place.member, self.at), waiting[0])
        for seat in waiting[2:]:
            seats.accept_seat(act_by(seat.place.member, self.at), seat)
        self.go(self.at + 25 * HOUR)

    def publish(self, folder: Path) -> Path:
        sequence(self.at)
        write_log(folder / "log", at=self.at)
        return folder


def make_court(people: int = 56, *, beside: Sequence[Stand] = ()) -> Court:
    """A debate with two sides, and a roster drawn from so many members, half of whom hold a side.

    ``beside``: other debates, of each of which most hold a side too; two of every few hold none.
    """
    room = make_room()
    for number in range(people):
        member = make_member(at=room.stand.at - timedelta(days=200))
        act = act_by(member, room.stand.at)
        for stand in (room.stand, *beside):
            side = number % (len(stand.viewpoints) + 2)
            if side < len(stand.viewpoints):
                holdings.hold(act, stand.debate, viewpoint=stand.viewpoints[side])
    court = Court(room, room.stand.at)
    court.tick()
    for _epoch in range(3):
        court.wait_for_draw()
    return court


def panels(*choices: Choice) -> Choosing:
    """Each panel of one mind: A, B, …"""
    return lambda seat: choices[seat.panel]


def all_but(number: int, choice: Choice, other: Choice) -> Choosing:
    """So many seats by number say otherwise."""
    return lambda seat: other if seat.number <= number else choice


def heard(court: Court) -> list[Case]:
    """Four texts: restricted; kept by a review, since panels differed; held and kept; restored on appeal."""
    room = court.room
    texts = [room.claim(room.one, f"You are fool number {n}.") for n in range(4)]
    reports = [
        court.report(texts[0], Ground.PRIVATE_DATA),
        court.report(texts[1], Ground.SPAM),
        court.report(texts[2], Ground.THREAT),
        court.report(texts[3], Ground.INSULT),
    ]
    court.hold(reports[2])
    cases = [row.hearing.case for row in reports]
    court.wait_for_draw()
    court.refuse(cases[0])
    court.hear(cases[0], all_but(1, GRANT, KEEP))
    court.hear(cases[1], panels(GRANT, KEEP))
    court.hear(cases[2], panels(KEEP, KEEP))
    court.hear(cases[3], panels(GRANT, GRANT))
    court.go(court.at + HOUR)
    restriction = reports[3].hearing.restrictions.get()
    restrictions.appeal(act_by(room.one, court.at), restriction)
    court.wait_for_draw()
    for case in (cases[1], cases[3]):
        court.hear(case, all_but(4, KEEP, GRANT))
    court.go(court.at + 4 * HOUR)
    return [Case.objects.get(pk=case.pk) for case in cases]


def stories_of(case: Case) -> Sequence[dict]:
    """What was opened of a case, in order."""
    rows = case.draws.exclude(story=None).order_by("id")
    return [json.loads(bytes(draw.story.body)) for draw in rows]
