"""Rosters: announced before the seed, drawn with it, ended by the next; who leaves is drawn no more."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import rosters
from college.committees.models import Epoch, Place, Roster
from college.committees.queries import rosters as asked
from college.committees.rules.announcements import drawn_members
from college.people.models import Member
from college.record.charters import charter_in_force
from college.record.models import Entry, Text
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_roster, open_epoch
from tests.factories.people import make_member, suspend

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def college():
    make_college()


def data(kind: str) -> dict:
    return json.loads(bytes(Entry.objects.filter(kind=kind).latest("id").body))["data"]


def test_a_roster_is_what_the_seed_makes_of_the_announced_pool():
    roster = make_roster(people=120)
    document = json.loads(bytes(roster.announcement.body))
    assert document["members"] == sorted(Member.objects.values_list("public_id", flat=True))
    seed = bytes.fromhex(roster.epoch.seed)
    drawn = drawn_members(seed, document)
    assert len(drawn) == roster.size == 112
    assert set(drawn) == set(roster.places.values_list("member__public_id", flat=True))


def test_who_stands_behind_a_pseudonym_is_sealed():
    roster = make_roster()
    told = data("committees.roster.begun")
    listed = json.loads(bytes(Text.objects.get(commitment=told["places"]).body))
    for place in roster.places.select_related("member"):
        digest = hashlib.sha256(bytes(place.salt) + place.member.public_id.encode()).hexdigest()
        assert [place.public_id, digest] in listed["places"]
    everything = b"".join(
        bytes(e.body) for e in Entry.objects.filter(kind__startswith="committees.")
    )
    everything += b"".join(
        bytes(t.body) for t in Text.objects.filter(body__contains=b"college-places")
    )
    members = {m.public_id.encode() for m in Member.objects.all()}
    assert not [m for m in members if m in everything]


def test_too_few_people_have_no_roster_and_nobody_pretends():
    for _ in range(41):
        make_member(at=MOMENT - timedelta(days=400))
    open_epoch()
    assert rosters.step(CLOCK) == 0
    assert asked.in_force() is None
    make_member(at=MOMENT - timedelta(days=400))
    assert rosters.step(CLOCK) == 1


def test_newcomers_and_the_suspended_are_not_in_the_pool():
    newcomer = make_member(at=MOMENT - timedelta(days=60))
    barred = suspend(make_member(at=MOMENT - timedelta(days=400)))
    roster = make_roster(people=60)
    members = json.loads(bytes(roster.announcement.body))["members"]
    assert newcomer.public_id not in members
    assert barred.public_id not in members


def test_the_next_roster_is_announced_before_the_term_ends_and_takes_over():
    roster = make_roster(people=60)
    near = replace(CLOCK, at=roster.ends_at - timedelta(days=1))
    assert rosters.step(near) == 1
    assert rosters.step(near) == 0
    following = Roster.objects.get(number=2)
    draw_epoch(following.epoch, at=roster.ends_at)
    roster.refresh_from_db()
    assert asked.in_force() == following
    assert roster.ended_at == roster.ends_at


def test_who_leaves_is_drawn_no_more_and_the_seats_go_on():
    roster = make_roster(people=60)
    place = roster.places.first()
    assert place is not None
    rosters.leave(CLOCK, place, ground="left")
    rosters.leave(CLOCK, place, ground="left")
    assert Entry.objects.filter(kind="committees.place.left").count() == 1
    draw_epoch(Epoch.objects.get(seed=""))
    pooled = json.loads(bytes(Epoch.objects.get(seed="").pooled.body))
    assert place.public_id not in pooled["places"]
    assert len(pooled["places"]) == Place.objects.count() - 1


def test_with_rest_those_who_served_wait_where_enough_others_can():
    charter = charter_in_force()
    roster = make_roster(people=60)
    served = set(roster.places.values_list("member__public_id", flat=True))
    Roster.objects.update(ended_at=MOMENT)
    soon = MOMENT + timedelta(days=1)
    assert served <= set(asked.eligible(soon, charter))
    strict = replace(charter, roster=replace(charter.roster, rest_from=10))
    assert served.isdisjoint(asked.eligible(soon, strict))
    rested = MOMENT + charter.clocks.rest
    assert served <= set(asked.eligible(rested, strict))
