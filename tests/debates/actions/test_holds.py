"""An emergency hold: by the member on duty alone, for a threat or private data, once, and it lapses."""

from datetime import timedelta

import pytest

from college.committees.queries.duty import duty_member
from college.committees.rules.tally import Choice
from college.debates.actions.holds import hold
from college.debates.actions.revisions import revise
from college.debates.models import Hearing
from college.debates.queries.reports import urgent
from college.debates.queries.thread import by_ids
from college.debates.rules.grounds import Ground
from college.people.models import Notice
from college.record.due import due as record_due
from college.record.models import Entry
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.hearings import decide, make_court, make_report

pytestmark = pytest.mark.django_db
REASON = "The address of somebody who is threatened stands in it."


@pytest.fixture
def room():
    make_college()
    room = make_court()
    room.stand.at += timedelta(hours=1)
    return room


def shown(room, row):
    return by_ids([row.public_id], now=room.stand.at)[row.public_id]


def on_duty(room):
    place = duty_member(room.stand.at)
    assert place is not None
    return place


def asked(room, ground=Ground.PRIVATE_DATA):
    claim = room.claim(room.one, f"They live at the quay: {ground}.", hours=1)
    urgently = ground in {Ground.PRIVATE_DATA, Ground.THREAT}
    return claim, make_report(room, claim, ground=ground, urgent=urgently).hearing


def test_duty_member_holds_a_text_and_it_comes_back_by_itself(room):
    claim, hearing = asked(room)
    assert list(urgent()) == [hearing]
    place = on_duty(room)
    assert Notice.objects.filter(member=place.member, code="debates.hold.asked").exists()
    held = hold(room.act(place.member), hearing, reason=REASON)
    assert held.until == room.stand.at + timedelta(hours=72)
    assert shown(room, claim).tombstone.state == "withheld"
    assert list(urgent()) == []
    assert Notice.objects.filter(member=room.one, code="debates.text.held").exists()
    record_due(room.stand.at + timedelta(hours=71, minutes=59))
    assert shown(room, claim).tombstone is not None
    record_due(room.stand.at + timedelta(hours=72))
    assert "quay" in shown(room, claim).html


def test_record_names_the_pseudonym_and_not_the_member(room):
    _claim, hearing = asked(room)
    place = on_duty(room)
    before = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    hold(room.act(place.member), hearing, reason=REASON)
    entry = entries("debates.text.held")[0]
    assert told(entry)["place"] == place.public_id
    later = Entry.objects.filter(id__gt=before)
    assert {one.actor for one in later} == {place.public_id}
    member = place.member.public_id.encode()
    assert not [one for one in later if member in bytes(one.body)]


def test_text_is_held_once(room):
    _claim, hearing = asked(room)
    act = room.act(on_duty(room).member)
    hold(act, hearing, reason=REASON)
    with refused("debates.hold.once"):
        hold(act, hearing, reason=REASON)


def test_nobody_else_holds_and_nothing_else_is_held(room):
    _claim, hearing = asked(room)
    with refused("debates.permission.may-not"):
        hold(room.act(room.two), hearing, reason=REASON)
    _other, insult = asked(room, Ground.INSULT)
    with refused("debates.permission.may-not"):
        hold(room.act(on_duty(room).member), insult, reason=REASON)


@pytest.mark.parametrize("granted", [True, False])
def test_verdict_takes_the_place_of_the_hold(room, granted):
    claim, hearing = asked(room)
    hold(room.act(on_duty(room).member), hearing, reason=REASON)
    choice = Choice.GRANT if granted else Choice.KEEP
    decide(room, Hearing.objects.get(pk=hearing.pk).case, choice, "private-data")
    item = shown(room, claim)
    assert (item.tombstone is not None) == granted
    if granted:
        record_due(room.stand.at + timedelta(days=30))
        assert shown(room, claim).html == ""


def test_author_cannot_say_the_held_words_again_in_their_place(room):
    claim, hearing = asked(room)
    hold(room.act(on_duty(room).member), hearing, reason=REASON)
    with refused("debates.revision.being-heard"):
        revise(room.act(room.one, hours=1), claim, text="They live at the quay.", expected=1)
