"""Going back and sending once more adds nothing: the same words of the same author stand once."""

import pytest

from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution
from tests.debates.actions.said import make_room
from tests.factories.acts import refused
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def test_same_claim_of_the_same_author_is_refused(room):
    room.claim(room.one)
    with refused("debates.claim.said-before") as caught:
        room.claim(room.one, minutes=1)
    first = Contribution.objects.get()
    assert caught.value.params["path"].endswith(f"/c/{first.public_id}/")


def test_somebody_else_may_say_the_same(room):
    room.claim(room.one)
    assert room.claim(room.two, minutes=1).pk


def test_what_was_withdrawn_may_be_said_again(room):
    withdraw(room.act(room.one, minutes=1), room.claim(room.one))
    assert room.claim(room.one, minutes=2).pk
