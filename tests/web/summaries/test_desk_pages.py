"""The editor's desk in requests: who may sit at it, and what a form does there."""

import pytest
from django.test import Client

from college.summaries.rules.life import Side, SummaryState
from tests.factories.summaries import Desk, make_summary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def desk() -> Desk:
    return make_summary()


def url(desk: Desk, end: str = "") -> str:
    return f"/debates/{desk.debate.slug}/summary/{end}"


def test_desk_lists_every_section(desk: Desk, signed_in) -> None:
    page = signed_in(desk.teams[1][0]).get(url(desk, "desk/")).content.decode()
    for section in desk.sections:
        assert f"desk/{section.key}/" in page


def test_section_opens(desk: Desk, signed_in) -> None:
    for section in desk.sections:
        answer = signed_in(desk.teams[1][0]).get(url(desk, f"desk/{section.key}/"))
        assert answer.status_code == 200
