"""Remind those whose ballots are due; let go what nobody waits for any more."""

from college.committees.queries import seats
from college.ground.act import Act
from college.people.actions.notices import settle, tell
from college.people.models import Member
from college.people.queries import last_told
from college.record.charters import charter_in_force, is_founded

DESK = "/committees/desk/"
_CALLED, _DUE = "committees.seat.called", "committees.ballot.due"


def step(act: Act) -> int:
    """Remind once for each accepted seat when half of its time is over; one notice for a whole docket."""
    if not is_founded():
        return 0
    half = charter_in_force().clocks.voting / 2
    waiting = seats.due_by(act.at, act.at + half)
    told = last_told(_DUE, {seat.place.member_id for seat in waiting})
    reminded: set[int] = set()
    for seat in waiting:
        member = seat.place.member
        last = told.get(member.pk)
        if member.pk in reminded or (last is not None and last >= seat.accepted_at):
            continue
        reminded.add(member.pk)
        tell(member, "committees.ballot.due", params={}, path=DESK, at=act.at, urgent=True)
    return len(reminded)


def settle_docket(act: Act, member: Member) -> None:
    """What no seat of this member waits for any more, no notice does: an answer, or a ballot. Two queries."""
    waiting = list(seats.waiting_for(member).values_list("accepted_at", flat=True))
    if None not in waiting:
        settle(act, member, _CALLED, path=DESK)
    if not any(waiting):
        settle(act, member, _DUE, path=DESK)
