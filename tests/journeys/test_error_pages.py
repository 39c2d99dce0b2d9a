"""A page that is not there is a calm page all the same, on a phone, in the dark and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    "look",
    [{}, {"width": 320}, {"dark": True}, {"script": False}],
    ids=["plain", "phone", "dark", "no-script"],
)
def test_missing_page_is_a_calm_page(
    live: str,
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
    look: dict[str, object],
) -> None:
    page = new_page(**look)
    answer = page.goto(f"{live}/nothing-is-here/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    if look.get("script", True):
        axe(page)
    screenshot(page, f"missing-{'-'.join(map(str, look)) or 'plain'}")
