"""A College of this very moment, in which the lot fell on one member for several cases."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from college.clockwork.tick import present
from college.committees.actions.seats import refuse_seat
from college.committees.models import Place, Seat
from college.people.models import Member
from tests.factories.committees import make_roster
from tests.factories.people import act_by
from tests.factories.service import make_cases

#: So many cases for each seat that is wanted: the lot falls on somebody that often, as good as surely.
_CASES = 8
_SMALL = 50


@dataclass
class Sitting:
    """One member, the place, and the seats that are called, the one due first before the others."""

    member: Member
    place: Place
    seats: list[Seat]


def make_sitting(number: int = 6) -> Sitting:
    """The member whom the lot called most, for so many cases; what is more is refused. The
    College must be founded."""
    with transaction.atomic():
        make_roster(_SMALL, at=present() - timedelta(hours=25))
    make_cases(_CASES * number)
    called = Seat.objects.filter(called_at__isnull=False, out_at=None)
    counted = Counter(called.values_list("place_id", flat=True))
    (chosen, _count), *_others = counted.most_common(1)
    place = Place.objects.select_related("member", "roster").get(pk=chosen)
    own = called.filter(place=place).select_related("draw__case", "place").order_by("due_at", "id")
    wanted, too_many = list(own)[:number], list(own)[number:]
    assert len(wanted) == number
    for seat in too_many:
        refuse_seat(act_by(place.member, seat.called_at), seat)
    return Sitting(place.member, place, wanted)
