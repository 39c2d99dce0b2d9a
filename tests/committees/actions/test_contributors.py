"""Who contributes: enrolled once, with a key, until they leave."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from college.committees.actions.contributors import enrol_contributor, give_key, retire
from college.committees.models import Contributor as Row
from college.committees.queries.epochs import taking
from college.committees.rules.boxes import point
from college.committees.rules.epochs import Calling, ContributorGround
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.queries import notices_of
from college.record.models import Entry
from tests.factories.acts import MOMENT
from tests.factories.epochs import Contributor, clock, open_epoch, tick
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db


def enrolled(member, seat):
    return enrol_contributor(clock(MOMENT), member, calling=Calling.DELEGATE, seat=seat)


def test_one_member_contributes_once(college):
    member = make_member()
    first = enrolled(member, new_public_id())
    assert enrolled(member, new_public_id()) == first
    assert Entry.objects.filter(kind="committees.contributor.enrolled").count() == 1
    assert [n.code for n in notices_of(member)] == ["committees.contributor.enrolled"]


def test_one_seat_has_one_contributor(college):
    seat = new_public_id()
    first = enrolled(make_member(), seat)
    assert enrolled(make_member(), seat) == first


def test_after_one_retires_another_takes_the_seat(college):
    seat, member, other = new_public_id(), make_member(), make_member()
    first = enrolled(member, seat)
    assert retire(clock(MOMENT), member, seat=seat)
    assert not retire(clock(MOMENT), member, seat=seat)
    second = enrolled(other, seat)
    assert (second.member, Row.objects.get(pk=first.pk).ground) == (
        other,
        ContributorGround.RETIRED,
    )


def test_without_a_key_nobody_is_waited_for(college):
    enrolled(make_member(), new_public_id())
    assert open_epoch().contributors == 1


@pytest.mark.parametrize("key", ["", "04" + "00" * 64, "ab"])
def test_a_key_must_be_one(college, key):
    member = make_member()
    enrolled(member, new_public_id())
    with pytest.raises(Refusal, match=r"committees\.contributor\.key"):
        give_key(act_by(member), key=key)


def test_others_give_no_key(college):
    key = point(generate_private_key(SECP256R1())).hex()
    with pytest.raises(Refusal, match=r"committees\.contributor\.none"):
        give_key(act_by(make_member()), key=key)


def test_a_key_given_again_is_told_once(college):
    one = Contributor()
    give_key(one.act(MOMENT), key=point(one.key).hex())
    assert Entry.objects.filter(kind="committees.contributor.keyed").count() == 1


def test_the_absent_come_back_with_their_key(college):
    one = Contributor()
    epoch = open_epoch()
    for _ in range(3):
        tick(epoch.seals_at)
        epoch = taking()
    assert epoch.contributors == 1
    give_key(one.act(epoch.opened_at), key=point(one.key).hex())
    tick(epoch.seals_at)
    assert taking().contributors == 2


def test_more_than_twenty_one_take_turns(college):
    for _ in range(22):
        Contributor()
    epoch = open_epoch()
    assert (epoch.contributors, epoch.threshold) == (21, 11)
    assert epoch.contributions.filter(contributor__member=None).exists()
