"""Two drafts become one text: read side by side, signed, a third text written; seats taken."""

from collections.abc import Callable

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from college.summaries.rules.life import SummaryState
from tests.factories.summaries import Desk, make_summary
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")
_WIDTH = "document.documentElement.scrollWidth"


def look(page: Page, axe: Callable[[Page], None], shot: Callable[..., None], name: str) -> None:
    """Good in the light and wide, in the dark and narrow, and at 320 px."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
    axe(page)
    shot(page, f"{name}-1280-light")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    axe(page)
    shot(page, f"{name}-390-dark")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(_WIDTH) <= 320


def url(live: str, desk: Desk, end: str) -> str:
    return f"{live}/debates/{desk.debate.slug}/summary/{end}"


def test_drafts_are_settled_by_signatures_and_a_third_text(
    live: str,
    page: Page,
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
) -> None:
    with transaction.atomic():
        desk = make_summary(SummaryState.SETTLING)
    page.goto(url(live, desk, "drafts/"))
    look(page, axe, screenshot, "drafts")
    page.goto(url(live, desk, "team/"))
    look(page, axe, screenshot, "team")
    one = enter(new_page(), live, desk.teams[1][0])
    one.goto(url(live, desk, "settle/"))
    terms = one.get_by_role("region", name="Terms")
    terms.get_by_role("button", name="the first team’s text").click()
    expect(terms).to_contain_text("Your team takes: the first team’s text")
    turns = one.get_by_role("region", name="What it turns on")
    turns.get_by_text("Write a third text").click()
    turns.get_by_role("button", name="Begin with the second draft").click()
    expect(one.get_by_role("heading", level=1)).to_have_text("What it turns on")
    expect(one.get_by_label("Sentence 1")).to_have_value("Of turns 1 team 2 says what was said.")
    one.goto(url(live, desk, "settle/"))
    turns.get_by_role("button", name="a third text").click()
    two = enter(new_page(script=False), live, desk.teams[2][0])
    two.goto(url(live, desk, "settle/"))
    theirs = two.get_by_role("region", name="What it turns on")
    expect(theirs).to_contain_text("the other team takes: a third text")
    theirs.get_by_role("button", name="a third text").click()
    expect(theirs).to_contain_text("Settled: a third text")
    one.reload()
    look(one, axe, screenshot, "settle")
    one.goto(url(live, desk, "desk/"))
    look(one, axe, screenshot, "desk-joint")
