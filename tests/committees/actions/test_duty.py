"""Times of duty: chosen ahead, at least half of them, told; the duty member follows from a seed."""

import json
from datetime import timedelta

import pytest

from college.committees.actions.duty import choose_duty
from college.committees.actions.rosters import leave
from college.committees.models import Place
from college.committees.queries import duty, rosters
from college.ground.act import Act
from college.record.models import Entry
from tests.factories.acts import MOMENT, refused
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, make_case, make_roster, open_epoch
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db
#: A term of ninety days in weeks: twelve whole ones, and the rest of six days.
SPANS = 13
WEEK = timedelta(days=7)


@pytest.fixture
def place(db) -> Place:
    make_college()
    return make_roster(50).places.select_related("member", "roster").first()


def at(place: Place, **later: float) -> Act:
    return act_by(place.member, place.roster.began_at + timedelta(**later))


def is_on_duty(place: Place, **later: float) -> bool:
    return place.public_id in duty.on_duty(place.roster, place.roster.began_at + timedelta(**later))


def told() -> list[tuple[str, str]]:
    rows = Entry.objects.filter(kind__startswith="committees.duty").order_by("id")
    entries = [json.loads(bytes(row.body)) for row in rows]
    return [(e["kind"].rpartition(".")[2], e["data"]["begins"][:10]) for e in entries]


def test_who_chose_nothing_is_on_duty_throughout(place):
    assert is_on_duty(place)
    assert is_on_duty(place, days=89)
    assert len(duty.spans_of(place.roster)) == SPANS


def test_who_chose_is_on_duty_then_and_until_the_span_that_runs_is_over(place):
    choose_duty(at(place, days=1), place, spans=range(3, 9))
    assert is_on_duty(place, days=2)
    assert not is_on_duty(place, days=7)
    assert is_on_duty(place, days=14)
    assert is_on_duty(place, days=55)
    assert not is_on_duty(place, days=56)
    assert told()[0] == ("chosen", "2026-02-28")
    assert len(told()) == 7


def test_every_entry_names_the_pseudonym_alone(place):
    choose_duty(at(place, days=1), place, spans=range(2, SPANS + 1))
    rows = Entry.objects.filter(kind__startswith="committees.duty")
    assert {row.actor for row in rows} == {place.public_id}


def test_changing_one_s_mind_is_told_and_leaves_what_has_begun(place):
    choose_duty(at(place, days=1), place, spans=range(2, 8))
    choose_duty(at(place, days=8), place, spans=range(8, SPANS + 1))
    assert is_on_duty(place, days=8)
    assert not is_on_duty(place, days=15)
    assert is_on_duty(place, days=50)
    kinds = [kind for kind, _day in told()]
    assert kinds.count("dropped") == 5
    choose_duty(at(place, days=8), place, spans=range(8, SPANS + 1))
    assert [kind for kind, _day in told()] == kinds


def test_a_group_cannot_all_choose_one_span(place):
    with refused("committees.duty.too-few"):
        choose_duty(at(place, days=1), place, spans=[5])
    with refused("committees.duty.too-few"):
        choose_duty(at(place, days=1), place, spans=[1, 99, -1, *range(2, 7)])
    assert told() == []


def test_nobody_chooses_for_another_or_after_leaving(place):
    with refused("committees.place.may-not"):
        choose_duty(act_by(make_member()), place, spans=range(2, SPANS + 1))
    leave(CLOCK, place, ground="left")
    with refused("committees.place.left"):
        choose_duty(at(place), place, spans=range(2, SPANS + 1))
    assert not is_on_duty(place)


def test_only_who_is_on_duty_is_in_the_pool_of_an_epoch(place):
    choose_duty(at(place, days=1), place, spans=range(3, SPANS + 1))
    off = open_epoch(place.roster.began_at + timedelta(days=8))
    on = open_epoch(place.roster.began_at + timedelta(days=15))
    assert place.public_id not in bytes(off.pooled.body).decode()
    assert place.public_id in bytes(on.pooled.body).decode()


def test_the_duty_member_is_the_same_for_a_span_and_follows_from_the_seed(place):
    began = place.roster.began_at
    first = duty.duty_member(began)
    assert first is not None
    assert duty.duty_member(began + WEEK - timedelta(seconds=1)) == first
    weeks = {duty.duty_member(began + n * WEEK).public_id for n in range(SPANS)}
    assert len(weeks) > 3
    assert duty.duty_member(began - timedelta(seconds=1)) is None


def test_when_the_duty_member_leaves_the_next_in_the_order_is_called(place):
    began = place.roster.began_at
    first = duty.duty_member(began)
    leave(CLOCK, first, ground="left")
    following = duty.duty_member(began)
    assert following not in {first, None}


def test_a_party_to_the_case_is_passed_over_in_its_emergency(place):
    began = place.roster.began_at
    first = duty.duty_member(began)
    case = make_case(parties=[first.member.public_id], at=began)
    assert duty.duty_member(began, case) not in {first, None}
    assert duty.duty_member(began, make_case(at=began)) == first


def test_no_roster_no_duty_member(db):
    make_college()
    assert rosters.in_force() is None
    assert duty.duty_member(MOMENT) is None
