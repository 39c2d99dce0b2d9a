"""The estimate beside a chart: from all ballots on texts of one viewpoint, held down by controls."""

import secrets

import pytest

from college.committees.models import Ballot, Chart, Draw, Place, Seat
from college.committees.queries import epochs
from college.committees.queries.reliability import reliability
from college.committees.rules.charts import Direction
from college.committees.rules.tally import Choice
from college.record.actions.texts import commit_plain
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.committees import make_roster
from tests.factories.settled import make_settled

pytestmark = pytest.mark.django_db
V = "v" * 13


@pytest.fixture(autouse=True)
def roster():
    make_college()
    return make_roster(90)


def judged(number: int, *, side: str = V) -> list[Place]:
    """So many cases that five places judge; the first of them grants everything, the others keep it."""
    places = list(Place.objects.order_by("id")[:5])
    reason = commit_plain("So.")
    for case in make_settled(number, side=side):
        draw = Draw.objects.create(
            case=case, step="first", epoch=epochs.taking(), filed_at=MOMENT, decided_at=MOMENT
        )
        for index, place in enumerate(places):
            seat = Seat.objects.create(draw=draw, panel=0, number=index + 1, place=place)
            choice = Choice.GRANT if index == 0 else Choice.KEEP
            Ballot.objects.create(
                seat=seat,
                choice=choice,
                ground="insult" if index == 0 else "",
                reason=reason,
                salt=b"",
                body=b"",
                digest=secrets.token_hex(32),
                cast_at=MOMENT,
            )
    return places


def chart_of(place: Place, side: str = V) -> Chart:
    return Chart.objects.create(member=place.member, viewpoint=side, direction=Direction.TOO_HARD)


def test_who_stands_alone_on_case_after_case_is_estimated_so():
    hard, *others = judged(20)
    found = reliability(chart_of(hard))
    assert (found.ballots, found.too_hard) == (20, pytest.approx(21 / 30, abs=0.05))
    assert reliability(chart_of(others[0])).too_hard < 0.1


def test_too_few_cases_say_nothing():
    hard, *_others = judged(19)
    assert reliability(chart_of(hard)) is None


def test_texts_of_another_viewpoint_are_another_chart():
    hard, *_others = judged(20)
    judged(19, side="w" * 13)
    assert reliability(chart_of(hard, side="w" * 13)) is None
