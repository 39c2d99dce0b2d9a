"""A reader draws again the panels of a key, in which every viewpoint has a seat."""

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from college.committees.rules.tally import Choice
from tests.factories.committees import vote_all
from tests.factories.every_side import drawn, make_sides

pytestmark = pytest.mark.usefixtures("college")


def test_the_seats_of_a_key_come_out_the_same_in_the_browser(
    live_server: LiveServer, page: Page
) -> None:
    case = drawn(make_sides().debate)
    with transaction.atomic():
        vote_all(case, (Choice.GRANT, "key-stands"))
    page.goto(f"{live_server.url}/committees/cases/{case.public_id}/draw/1/")
    page.get_by_role("button", name="Draw it again, here").click()
    expect(page.get_by_text("The deal and the seats come out the same.")).to_be_visible()
    expect(page.locator("[data-mark=same]")).to_have_count(page.locator("tbody tr").count())
    expect(page.locator("tr.seated")).to_have_count(4)
