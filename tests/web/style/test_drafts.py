"""Nothing typed is lost: what is written stays on the device until it has arrived."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.urls("college.web.style.urls"), pytest.mark.django_db]

_WORDS = "A sentence that took a while to find."
_FIELD = "#id_words"
_SEND = """() => {
    const form = document.querySelector("form[data-draft]");
    form.noValidate = true;
    form.requestSubmit();
}"""


@pytest.fixture(autouse=True)
def _sample_college(settings: Any) -> None:
    settings.DEMO = True


def _nothing_arrived(route: Route) -> None:
    """The page as it is when nothing was accepted: without a success notice."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(" data-sent", ""))


def _write(page: Page, live: str) -> None:
    page.goto(f"{live}/style/")
    page.fill(_FIELD, _WORDS)
    expect(page.get_by_text("Kept on this device until you send it.")).to_be_visible()


def test_draft_comes_back_after_a_reload_and_says_so(live: str, page: Page) -> None:
    _write(page, live)
    page.reload()
    expect(page.locator(_FIELD)).to_have_value(_WORDS)
    expect(
        page.get_by_text("What you wrote here before is back. It was never sent.")
    ).to_be_visible()


def test_draft_thrown_away_stays_away(live: str, page: Page) -> None:
    _write(page, live)
    page.get_by_role("button", name="Throw it away").click()
    expect(page.locator(_FIELD)).to_have_value("")
    page.reload()
    expect(page.locator(_FIELD)).to_have_value("")


def test_draft_is_gone_once_it_has_arrived(live: str, page: Page) -> None:
    _write(page, live)
    with page.expect_navigation():
        page.evaluate(_SEND)
    page.goto(f"{live}/style/")
    expect(page.locator(_FIELD)).to_have_value("")


def test_draft_comes_back_when_sending_failed(live: str, page: Page) -> None:
    page.route("**/style/**", _nothing_arrived)
    _write(page, live)
    with page.expect_navigation():
        page.evaluate(_SEND)
    page.goto(f"{live}/style/")
    expect(page.locator(_FIELD)).to_have_value(_WORDS)


def test_draft_that_failed_outlives_the_success_of_another_act(live: str, page: Page) -> None:
    page.route("**/style/**", _nothing_arrived)
    _write(page, live)
    with page.expect_navigation():
        page.evaluate(_SEND)
    page.unroute_all()
    page.goto(f"{live}/style/")
    expect(page.get_by_text("Your claim is posted.")).to_be_visible()
    expect(page.locator(_FIELD)).to_have_value(_WORDS)


def test_words_are_counted_while_one_writes(live: str, page: Page) -> None:
    page.goto(f"{live}/style/")
    page.fill(_FIELD, "one two  three")
    expect(page.get_by_text("3 of 120 words")).to_be_visible()
