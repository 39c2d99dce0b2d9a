"""The browser that journeys use is shut in, speaks up, and is looked at by axe."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page

_PAGE = "data:text/html,<html lang=en><title>t</title><main><h1>t</h1>{}</main></html>"


def test_browser_reaches_no_other_machine(page: Page) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")


def test_axe_passes_a_plain_page(page: Page, axe: Callable[[Page], None]) -> None:
    page.goto(_PAGE.format("<p>plain</p>"))
    axe(page)


def test_axe_fails_a_field_without_a_label(page: Page, axe: Callable[[Page], None]) -> None:
    page.goto(_PAGE.format("<input>"))
    with pytest.raises(AssertionError, match="label"):
        axe(page)


def test_page_without_script_runs_none(new_page: Callable[..., Page]) -> None:
    page = new_page(script=False)
    page.goto(_PAGE.format("<script>document.title = 'ran'</script>"))
    assert page.title() == "t"
