"""A section before its own panel: what its members read, and what everybody reads of the case."""

import pytest
from django.test import Client

from college.committees.actions.seats import accept_seat
from college.committees.models import Seat
from college.committees.queries import epochs
from college.committees.rules.tally import Choice
from college.summaries.rules.life import VersionState
from tests.factories.certifying import certificate, make_version, newest
from tests.factories.committees import draw_epoch, make_roster, seats_called, vote_all
from tests.factories.people import act_by
from tests.factories.summaries import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]
DESK = "/committees/desk/"


@pytest.fixture
def desk() -> Desk:
    """A version before panels that were drawn from ninety members without a viewpoint."""
    desk, _version = make_version()
    make_roster(at=desk.at)
    desk.over()
    epoch = epochs.taking()
    assert epoch is not None
    desk.stand.at = max(epoch.ends_at, desk.at)
    draw_epoch(epoch, at=desk.at)
    return desk


def test_panel_reads_the_section_what_it_rests_on_and_the_rule_with_examples(desk, signed_in):
    seat = next(iter(seats_called(certificate(desk, 1).case)))
    accept_seat(act_by(seat.place.member, desk.at), seat)
    page = signed_in(seat.place.member).get(f"{DESK}seats/{seat.public_id}/").content.decode()
    assert "Does this section state your viewpoint fairly, in its strongest form?" in page
    assert "Of holds 2 team 1 says what was said. [1]" in page
    assert "What it rests on" in page
    assert "A bridge stands in any weather." in page
    assert "Meets it" in page
    assert "Breaks it" not in page
    assert f"/viewpoints/{desk.stand.viewpoints[1].public_id}/" in page
    assert "for which side" not in page


def test_seats_of_a_side_too_small_are_filled_from_none_and_a_granted_version_is_certified(desk):
    seats = Seat.objects.filter(draw__case=certificate(desk, 0).case)
    assert seats.count() == 6
    assert all(seat.own_seat and seat.fallback for seat in seats)
    assert not Seat.objects.filter(draw__case=certificate(desk).case, own_seat=True).exists()
    for key, ground in ((0, "own-section"), (1, "own-section"), (None, "even-form")):
        vote_all(certificate(desk, key).case, (Choice.GRANT, ground))
    desk.wait(hours=1)
    assert newest(desk).state == VersionState.CERTIFIED
    assert certificate(desk, 0).reason.words == "So.\n\nSo.\n\nSo.\n\nSo."
    case = certificate(desk, 0).case
    story = Client().get(f"/committees/cases/{case.public_id}/").content.decode()
    assert "Certified: stated fairly" in story
    assert "Whose section it is" in story
    assert f'href="/debates/{desk.debate.slug}/summary/v/1/"' in story
    assert Client().get("/committees/areas/summaries/").status_code == 200
    statistics = Client().get("/committees/areas/summaries/statistics/").content.decode()
    assert statistics.count(desk.stand.viewpoints[0].public_id) == 0  # nobody was restricted


def test_panels_that_differ_go_to_a_review_of_the_same_side(desk):
    case = certificate(desk, 0).case
    vote_all(case, [(Choice.GRANT, "own-section"), (Choice.KEEP, "")])
    epoch = epochs.taking()
    assert epoch is not None
    draw_epoch(epoch, at=epoch.ends_at)
    review = Seat.objects.filter(draw__case=case, draw__step="review")
    assert review.count() == 15
    assert all(seat.own_seat for seat in review)
