"""The pages of a key: whose seat each is, in the docket, in the case's story and where it is drawn again."""

import re

import pytest
from django.test import Client

from college.committees.actions.seats import accept_seat
from college.committees.models import Seat
from college.committees.rules.tally import Choice
from college.web.record.things import known
from tests.factories.committees import seats_called, vote_all
from tests.factories.debates import Stand
from tests.factories.every_side import drawn, make_sides
from tests.factories.people import act_by

pytestmark = pytest.mark.django_db
GRANT = (Choice.GRANT, "key-stands")


@pytest.fixture
def stand(college) -> Stand:
    return make_sides()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page_of(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def side_of(stand: Stand, seat: Seat) -> str:
    side = sorted(viewpoint.public_id for viewpoint in stand.viewpoints)[seat.number - 1]
    return known([side])[side].words


def test_a_member_is_told_for_which_viewpoint_the_seat_is(stand, signed_in):
    case = drawn(stand.debate)
    told = {}
    for seat in seats_called(case):
        accept_seat(act_by(seat.place.member, seat.called_at), seat)
        html = signed_in(seat.place.member).get(f"/committees/desk/seats/{seat.public_id}/")
        said = words(html.content.decode())
        assert side_of(stand, seat) in said
        assert "Every viewpoint of the debate has one seat in each panel." in said
        told[seat.fallback] = said
    assert "Your seat is that of the viewpoint:" in told[False]
    assert "You hold no viewpoint, and stand in for holders of this one" in told[True]


def test_the_story_names_each_seats_viewpoint_and_who_stood_in(stand):
    case = drawn(stand.debate)
    vote_all(case, GRANT)
    html = page_of(f"/committees/cases/{case.public_id}/")
    said = words(html)
    assert "Every viewpoint of the debate has one seat in each panel, and nobody else has any." in (
        said
    )
    assert "own side" not in said
    for seat in Seat.objects.filter(draw__case=case, replaces=None):
        stands_in = "stands in for " if seat.fallback else ""
        assert f"Seat {seat.number}, {stands_in}{side_of(stand, seat)}" in said
    assert (
        said.count("stands in for") == Seat.objects.filter(draw__case=case, fallback=True).count()
    )
    assert "Whose panels" in said


def test_the_draw_tells_its_own_rule_and_everything_it_takes(stand):
    case = drawn(stand.debate)
    vote_all(case, GRANT)
    said = words(page_of(f"/committees/cases/{case.public_id}/draw/1/"))
    assert "The holders of each viewpoint are dealt to the panels in turn" in said
    assert "author’s own side" not in said
