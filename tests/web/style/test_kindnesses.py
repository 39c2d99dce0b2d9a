"""Scripts that only help: what they add, and that a failing answer harms nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.urls("college.web.style.urls"), pytest.mark.django_db]

_FIELD = "#id_words"


@pytest.fixture(autouse=True)
def _sample_college(settings: Any) -> None:
    settings.DEMO = True


def test_similar_claims_are_offered_while_one_writes(live: str, page: Page) -> None:
    page.route(
        "**/style/?words=*",
        lambda route: route.fulfill(content_type="text/html", body="<p>Said already, by A.</p>"),
    )
    page.goto(f"{live}/style/")
    page.fill(_FIELD, "A night bus that is waited for")
    region = page.get_by_role("region", name="Already said, and like this")
    expect(region).to_have_text("Said already, by A.")
    page.fill(_FIELD, "short")
    expect(region).to_be_empty()


def test_similar_claims_that_cannot_be_had_leave_the_form_alone(live: str, page: Page) -> None:
    page.route("**/style/?words=*", lambda route: route.fulfill(status=429, body="too often"))
    page.goto(f"{live}/style/")
    with page.expect_response("**/style/?words=*"):
        page.fill(_FIELD, "A night bus that is waited for")
    expect(page.locator("[data-similar]")).to_be_empty()
    expect(page.locator(_FIELD)).to_have_value("A night bus that is waited for")


def test_progress_moves_without_a_new_page_and_ends_with_one(live: str, page: Page) -> None:
    page.goto(f"{live}/style/")
    steps = [("9000", "9,000 of 10,000"), ("", "")]

    def answer(route: Route) -> None:
        value, words = steps.pop(0) if steps else ("", "")
        part = f'<div data-progress><progress value="{value}"></progress>'
        part += f"<span data-progress-words>{words}</span></div>"
        body = f"<!doctype html><title>x</title>{part if value else '<p>All taken in.</p>'}"
        route.fulfill(content_type="text/html", body=body)

    page.route("**/style/", answer)
    page.add_script_tag(url="/static/js/progress.js", type="module")
    expect(page.locator("[data-progress-words]")).to_have_text("9,000 of 10,000")
    assert page.locator("progress").evaluate("bar => bar.value") == 9000
    expect(page.get_by_text("All taken in.")).to_be_visible()


def test_moments_say_in_their_title_how_long_ago_they_were(live: str, page: Page) -> None:
    page.goto(f"{live}/style/")
    first = page.locator("time[datetime]").first
    assert first.get_attribute("title")
    assert "2026" in (first.text_content() or "")
