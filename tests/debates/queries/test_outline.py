"""What was said, by what it is."""

import pytest

from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.concessions import concede
from college.debates.actions.withdrawals import withdraw
from college.debates.queries import outline
from college.debates.rules.kinds import Kind
from tests.debates.actions.said import Room, make_room
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    make_college()
    return make_room()


def ids(items) -> list[str]:
    return [item.public_id for item in items]


def test_claims_of_a_viewpoint_that_are_no_reason(room: Room) -> None:
    mine, other = room.claim(room.one), room.claim(room.two, "The bridge is closed in winter.")
    reason = room.claim(room.one, "Nine people a day took it.")
    add_argument(
        room.act(room.one),
        room.debate,
        form="supports",
        premises=[reason],
        conclusion=mine,
        text="So it is used.",
    )
    own = room.stand.viewpoints[0].public_id
    found = outline.of_kind(room.debate, Kind.CLAIM, now=MOMENT, viewpoint=own, roots=True)
    assert ids(found) == [mine.public_id]
    everybodys = outline.of_kind(room.debate, Kind.CLAIM, now=MOMENT)
    assert ids(everybodys) == [mine.public_id, other.public_id, reason.public_id]


def test_what_is_withdrawn_is_left_out(room: Room) -> None:
    claim = room.claim(room.one)
    withdraw(room.act(room.one), claim)
    assert outline.of_kind(room.debate, Kind.CLAIM, now=MOMENT) == []


def test_challenges_that_wait(room: Room) -> None:
    asked = challenge(room.act(room.two), room.claim(room.one), form="unclear", text="Which ferry?")
    assert ids(outline.open_challenges(room.debate, now=MOMENT)) == [asked.public_id]


def test_claims_on_which_viewpoints_part(room: Room) -> None:
    claim, reason = room.claim(room.one), room.claim(room.two, "The bridge is closed in winter.")
    assert outline.contested(room.debate, now=MOMENT) == []
    add_argument(
        room.act(room.two),
        room.debate,
        form="opposes",
        premises=[reason],
        conclusion=claim,
        text="It cannot.",
    )
    assert ids(outline.contested(room.debate, now=MOMENT)) == [claim.public_id]
    assert outline.contested(room.debate, now=MOMENT, forms={"value"}) == []


def test_what_was_granted(room: Room) -> None:
    granted = concede(room.act(room.delegate), room.claim(room.one), text="Granted.")
    assert ids(outline.of_kind(room.debate, Kind.CONCESSION, now=MOMENT)) == [granted.public_id]
