"""Leave one's service before the term ends."""

from django.db import transaction

from college.committees.actions.rosters import leave
from college.committees.actions.seats import refuse_seat
from college.committees.models import Place
from college.committees.queries import seats
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member

GROUND = "left"


@transaction.atomic
def leave_service(act: Act, place: Place) -> Place:
    """Be drawn no more in this term; seats that wait are given up. It costs nothing; safe to repeat."""
    member = acting_member(act)
    if place.member_id != member.pk:
        raise Refusal("committees.place.may-not")
    row = leave(act, place, ground=GROUND)
    for seat in seats.waiting_for(member).filter(place=place, due_at__gt=act.at):
        refuse_seat(act, seat)
    return row
