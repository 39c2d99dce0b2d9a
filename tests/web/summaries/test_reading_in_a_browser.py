"""A summary in a reader's browser: notes over the text, what is new, axe, narrow pages, no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from college.summaries.rules.life import Fairness
from tests.factories.colleges import make_college
from tests.factories.readings import (
    Shelf,
    attest,
    make_comment,
    make_shelf,
    make_version,
)

pytestmark = pytest.mark.django_db(transaction=True)
_WIDTH = "document.documentElement.scrollWidth"


def fresh(live: str, shelf: Shelf) -> str:
    """The summary's address. The factories tell the record nothing, so a page that was kept for an earlier
    test would be given again: this one is asked for by a name of its own."""
    return f"{live}{shelf.path}?{shelf.stand.debate.public_id}"


def full_shelf(each: int = 2) -> Shelf:
    """A version with something of everything that can stand on its page."""
    make_college()
    shelf = make_shelf(viewpoints=3)
    version = make_version(shelf, each=each)
    stand = shelf.stand
    target = shelf.rows(version)[-1].statement
    for viewpoint, holder in zip(stand.viewpoints, stand.holders, strict=True):
        make_comment(version, holder, viewpoint, on=target)
    attest(
        version,
        stand.viewpoints[0],
        stand.holders[0],
        statement=target,
        fairness=Fairness.NOT_FAIR,
        comment="We never said so.",
        answer="It is in your own words.",
    )
    attest(version, stand.viewpoints[1], stand.holders[1])
    return shelf


def test_a_mark_opens_what_the_sentence_rests_on_without_script(
    live: str, new_page: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    shelf = full_shelf()
    page = new_page(script=False, width=390)
    page.goto(fresh(live, shelf))
    note = page.locator("#n1")
    expect(note).to_be_hidden()
    page.locator('[popovertarget="n1"]').first.click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("the council counted them")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    wide = new_page()
    wide.goto(fresh(live, shelf))
    axe(wide)
    wide.locator('[popovertarget="n1"]').first.click()
    wide.emulate_media(color_scheme="dark")
    axe(wide)
    wide.set_viewport_size({"width": 320, "height": 800})
    assert wide.evaluate(_WIDTH) <= 320


def test_what_is_new_since_the_last_reading_is_told_by_the_browser_alone(
    live: str, page: Page
) -> None:
    shelf = full_shelf()
    page.goto(fresh(live, shelf))
    expect(page.locator("[data-since]")).to_be_hidden()
    make_version(shelf)
    page.goto(f"{fresh(live, shelf)}-again")
    told = page.locator("[data-since]")
    expect(told).to_contain_text("sentences are new or reworded")
    assert page.locator(".st.fresh").count() == page.locator(".st").count()
    page.reload()
    expect(told).to_contain_text("sentences are new or reworded")


def test_notes_of_a_long_summary_are_fetched_and_opened_over_the_text(
    live: str, page: Page
) -> None:
    shelf = full_shelf(each=13)
    page.goto(fresh(live, shelf))
    assert page.locator(".note").count() == 0
    page.locator("a.mark").first.click()
    expect(page.locator(".note")).to_contain_text("the council counted them")
    assert page.url == fresh(live, shelf)
