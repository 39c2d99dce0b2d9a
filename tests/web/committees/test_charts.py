"""A member's own charts, and the panel's."""

import pytest
from django.test import Client

from college.committees.models import Chart
from college.committees.rules.charts import Direction
from tests.factories.colleges import make_college
from tests.factories.people import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.urls("college.web.committees.audit_urls")]
PAGE = "/committees/charts/"


@pytest.fixture(autouse=True)
def college():
    make_college()


def test_a_visitor_has_no_charts():
    assert Client().get(PAGE).status_code == 404


def test_only_the_member_sees_a_chart(signed_in):
    member, other = make_member(), make_member()
    Chart.objects.create(
        member=member, direction=Direction.TOO_HARD, height=7, ballots=9, deviations=4
    )
    own = signed_in(member).get(PAGE).content.decode()
    assert "Height 7 of 12" in own
    assert "4 of 9 compared ballots departed" in own
    others = signed_in(other).get(PAGE).content.decode()
    assert "Height" not in others
    assert "Nothing to compare yet" in others


def test_a_chart_is_never_published_nor_kept(signed_in):
    response = signed_in(make_member()).get(PAGE)
    assert not hasattr(response, "college_public")
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_nobody_appeals_a_case_that_is_not_about_them(signed_in):
    client = signed_in(make_member())
    assert client.post(f"{PAGE}appeal/", {"case": "0" * 13}).status_code == 404
