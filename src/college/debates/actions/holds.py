"""Hold a text back before it is heard, where waiting could harm somebody. It lapses by itself."""

from datetime import datetime

from django.db import transaction

from college.committees.models import Case
from college.committees.queries.duty import duty_member
from college.debates.actions.hearings import texts_of
from college.debates.actions.locking import locked, moved
from college.debates.actions.restrictions import heard_thing
from college.debates.events.hearings import TextHeld
from college.debates.models import Hearing, Hold
from college.debates.permissions import require
from college.debates.queries import hearings
from college.debates.rules import wordings
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit, withhold
from college.record.charters import charter_in_force
from college.record.rules.states import TextState


@transaction.atomic
def hold(act: Act, hearing: Hearing, *, reason: str) -> Hold:
    """Withhold what is reported as a threat or as private data, once, for the charter's time at most.

    Only the member on emergency duty, who acts under a pseudonym: the record names that, not the member.
    """
    member = acting_member(act)
    debate = locked(hearing.debate)
    row = hearings.by_case(hearing.case_id)
    if row is None:
        raise Refusal("debates.hold.over")
    require("may_hold_text", member, row, act.at)
    if Hold.objects.filter(hearing=row).exists():
        raise Refusal("debates.hold.once")
    charter = charter_in_force()
    until = act.at + charter.clocks.emergency_hold
    text = commit(wordings.reason(reason, charter.lengths))
    place = _place(act.at, row.case)
    under = Act(actor=place, at=act.at, door=act.door)
    held = Hold.objects.create(hearing=row, place=place, reason=text, at=act.at, until=until)
    thing = heard_thing(row)
    event = TextHeld(
        case=row.case.public_id,
        subject=thing.public_id,
        text=thing.text.commitment,
        place=place,
        until=rfc3339(until),
        reason=text.commitment,
    )
    append(under, event, subject=thing.public_id)
    for one in {text.pk: text for text in (thing.text, *texts_of(thing))}.values():
        if one.state == TextState.OPEN:
            withhold(under, one, ground=row.ground, case=row.case.public_id, until=until)
    moved(debate)
    if row.author is not None:
        tell(row.author, "debates.text.held", params={}, path=thing.path, at=act.at)
    return held


def _place(at: datetime, case: Case) -> str:
    """The pseudonym of the member on duty; the permission has seen that there is one."""
    place = duty_member(at, case)
    if place is None:
        raise Refusal("debates.hold.nobody")
    return place.public_id
