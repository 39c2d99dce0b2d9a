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
    """Nothing waits for this member any more, so no notice does."""
    if not seats.waiting_for(member).exists():
        for code in (_CALLED, _DUE):
            settle(act, member, code, path=DESK)
