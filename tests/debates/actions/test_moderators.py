"""The moderators' two seats."""

import pytest

from college.debates.actions.delegates import offer_delegate
from college.debates.actions.moderators import leave_seat, seat_moderator
from college.debates.models import Moderator
from college.debates.queries import moderators
from college.ground.refusals import Refusal
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, add_pair, add_viewpoint, make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def code_of(call, *args) -> str:
    with pytest.raises(Refusal) as caught:
        call(*args)
    return caught.value.code


def test_two_holders_of_different_viewpoints_are_the_pair():
    stand = make_debate()
    pair = add_pair(stand)
    assert [seat.member for seat in moderators.pair(stand.debate)] == pair


def test_one_moderator_alone_is_no_pair():
    stand = make_debate()
    seat_moderator(stand.act(add_holder(stand, stand.viewpoints[0])), stand.debate)
    assert moderators.pair(stand.debate) is None


def test_both_seats_cannot_go_to_one_viewpoint():
    stand = make_debate()
    first, second = (add_holder(stand, stand.viewpoints[0]) for _ in range(2))
    seat_moderator(stand.act(first), stand.debate)
    code = code_of(seat_moderator, stand.act(second), stand.debate)
    assert code == "debates.moderator.same-viewpoint"


def test_there_is_no_third_seat():
    stand = make_debate()
    third = add_viewpoint(stand, "A third way across")
    stand.wait(days=3)
    add_pair(stand)
    member = add_holder(stand, third)
    code = code_of(seat_moderator, stand.act(member), stand.debate)
    assert code == "debates.moderator.both-seated"


def test_delegate_does_not_moderate_nor_a_moderator_speak():
    stand = make_debate()
    one, other = (add_holder(stand, stand.viewpoints[0]) for _ in range(2))
    offer_delegate(stand.act(one), stand.viewpoints[0])
    assert code_of(seat_moderator, stand.act(one), stand.debate) == "debates.permission.may-not"
    seat_moderator(stand.act(other), stand.debate)
    refused = code_of(offer_delegate, stand.act(other), stand.viewpoints[0])
    assert refused == "debates.permission.may-not"


def test_seat_that_was_left_can_be_taken():
    stand = make_debate()
    first, second = add_pair(stand)
    leave_seat(stand.act(first), Moderator.objects.select_related("debate").get(member=first))
    third = add_holder(stand, stand.viewpoints[0])
    seat_moderator(stand.act(third, minutes=1), stand.debate)
    assert {seat.member for seat in moderators.pair(stand.debate)} == {second, third}
