"""Delegates: offered, standing, stepping down, replaced when silent."""

import pytest

from college.debates.actions.delegates import offer_delegate, step_down
from college.debates.actions.objections import object_to_delegate
from college.debates.models import Delegate
from college.debates.queries import delegates
from college.ground.refusals import Refusal
from college.people.queries import notices_of
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, make_debate

pytestmark = pytest.mark.django_db
REASON = "They have said elsewhere that they do not hold this at all."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def offer_of(member) -> Delegate:
    return Delegate.objects.select_related("viewpoint__debate", "member").get(member=member)


def test_offer_stands_after_seven_days_and_not_before():
    stand = make_debate()
    member = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=6, hours=23)
    assert delegates.standing(stand.viewpoints[0]) is None
    stand.wait(hours=1)
    assert delegates.standing(stand.viewpoints[0]).member == member
    codes = {notice.code for notice in notices_of(member)}
    assert codes == {"debates.delegate.stands", "committees.contributor.enrolled"}


def test_objection_of_a_holder_keeps_an_offer_from_standing():
    stand = make_debate()
    member = add_delegate(stand, stand.viewpoints[0])
    object_to_delegate(stand.act(stand.holders[0]), offer_of(member), reason=REASON)
    stand.wait(days=8)
    assert delegates.standing(stand.viewpoints[0]) is None


def test_holder_of_another_viewpoint_cannot_object():
    stand = make_debate()
    member = add_delegate(stand, stand.viewpoints[0])
    with pytest.raises(Refusal) as refused:
        object_to_delegate(stand.act(stand.holders[1]), offer_of(member), reason=REASON)
    assert refused.value.params == {"permission": "may_object_to_delegate"}


def test_silent_delegate_is_replaced_only_when_another_stands_ready():
    stand = make_debate()
    silent = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=7)
    stand.wait(days=11)
    assert delegates.standing(stand.viewpoints[0]).member == silent
    ready = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=7)
    assert delegates.standing(stand.viewpoints[0]).member == ready
    codes = {notice.code for notice in notices_of(silent)}
    assert "debates.delegate.replaced" in codes


def test_second_offer_waits_while_a_delegate_who_is_not_silent_stands():
    stand = make_debate()
    first = add_delegate(stand, stand.viewpoints[0])
    second = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=7)
    assert delegates.standing(stand.viewpoints[0]).member == first
    step_down(stand.act(first), offer_of(first))
    stand.wait(minutes=1)
    assert delegates.standing(stand.viewpoints[0]).member == second


def test_nobody_speaks_for_a_viewpoint_they_do_not_hold():
    stand = make_debate()
    member = add_holder(stand, None)
    with pytest.raises(Refusal) as refused:
        offer_delegate(stand.act(member), stand.viewpoints[0])
    assert refused.value.params == {"permission": "may_offer_delegate"}
