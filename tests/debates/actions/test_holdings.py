"""Declaring a viewpoint, and what ends with it."""

import pytest

from college.debates.actions.holdings import hold
from college.debates.models import Delegate, Holding, Moderator
from college.debates.queries import moderators
from college.ground.refusals import Refusal
from college.people.actions.membership import resign
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, add_pair, make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_change_ends_the_old_declaration_and_both_stay():
    stand = make_debate()
    a, b = stand.viewpoints
    member = add_holder(stand, a)
    hold(stand.act(member, hours=1), stand.debate, viewpoint=b)
    hold(stand.act(member, hours=2), stand.debate, viewpoint=None)
    rows = Holding.objects.filter(member=member).order_by("began_at")
    assert [row.viewpoint for row in rows] == [a, b, None]
    assert [row.ended_at is None for row in rows] == [False, False, True]


def test_the_same_declaration_again_is_nothing_new():
    stand = make_debate()
    member = add_holder(stand, stand.viewpoints[0])
    entries = Entry.objects.count()
    hold(stand.act(member), stand.debate, viewpoint=stand.viewpoints[0])
    assert Entry.objects.count() == entries


def test_viewpoint_of_another_debate_cannot_be_held():
    stand = make_debate()
    other = make_debate(wording="Should the library open on Sundays as well?")
    member = add_holder(stand, None)
    with pytest.raises(Refusal) as refused:
        hold(stand.act(member), stand.debate, viewpoint=other.viewpoints[0])
    assert refused.value.code == "debates.holding.elsewhere"


def test_delegate_who_changes_speaks_no_longer():
    stand = make_debate()
    member = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=8)
    hold(stand.act(member), stand.debate, viewpoint=stand.viewpoints[1])
    assert Delegate.objects.get().ended_at == stand.at
    entry = Entry.objects.get(kind="debates.delegate.ended")
    assert b'"ground":"changed-viewpoint"' in bytes(entry.body)


def test_moderator_who_changes_leaves_the_seat():
    stand = make_debate()
    first, _second = add_pair(stand)
    hold(stand.act(first), stand.debate, viewpoint=None)
    assert Moderator.objects.filter(ended_at=None).count() == 1
    assert moderators.pair(stand.debate) is None


def test_whoever_leaves_the_college_holds_speaks_and_moderates_no_longer():
    stand = make_debate()
    delegate = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=7)
    moderator, other = add_pair(stand)
    for member in (delegate, moderator):
        resign(stand.act(member))
    stand.wait(minutes=1)
    assert not Holding.objects.filter(member__in=(delegate, moderator), ended_at=None).exists()
    assert not Delegate.objects.filter(ended_at=None).exists()
    assert [seat.member for seat in moderators.seated(stand.debate)] == [other]
    grounds = Entry.objects.filter(kind__in=("debates.delegate.ended", "debates.moderator.left"))
    assert all(b'"ground":"resigned"' in bytes(entry.body) for entry in grounds)
    assert grounds.count() == 2
