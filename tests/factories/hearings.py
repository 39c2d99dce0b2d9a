"""Texts that are reported, heard by real panels, and decided."""

from datetime import timedelta

from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.tally import Choice
from college.debates.actions.reports import report
from college.debates.due import due
from college.debates.models import Contribution, Remark, Report
from college.debates.rules.grounds import Ground
from college.people.models import Member
from tests.debates.actions.said import Room, make_room
from tests.factories.committees import draw_epoch, make_roster, vote_all

REASON = "It calls another member names instead of answering."


def make_court(people: int = 90) -> Room:
    """A debate, and committees that serve when it is open."""
    room = make_room()
    make_roster(people, at=room.stand.at)
    return room


def make_report(
    room: Room,
    row: Contribution | Remark,
    *,
    by: Member | None = None,
    ground: Ground = Ground.INSULT,
    **given: object,
) -> Report:
    """A report of a member who has been here for a while."""
    return report(room.act(by or room.undecided), row, ground=ground, reason=REASON, **given)


def decide(room: Room, case: Case, choice: Choice, ground: str = "") -> Case:
    """Draw the panels, let all of them vote alike, and let the room enact what they came to."""
    epoch = epochs.taking()
    assert epoch is not None
    draw_epoch(epoch, at=max(epoch.ends_at, room.stand.at))
    vote_all(case, (choice, ground if choice is Choice.GRANT else ""))
    room.stand.at = max(epoch.ends_at, room.stand.at) + timedelta(hours=1)
    due(room.stand.at)
    room.stand.fresh()
    return Case.objects.get(pk=case.pk)


def restricted(
    room: Room, row: Contribution | Remark, ground: Ground = Ground.INSULT, **given: object
) -> Report:
    """A text that was reported and gave way."""
    made = make_report(room, row, ground=ground, **given)
    decide(room, made.hearing.case, Choice.GRANT, ground.value)
    return made
