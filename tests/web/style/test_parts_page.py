"""The page of all parts, looked at as a designer and as a screen reader would."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

import college.web
from tests.plugins.browser import wait_for_paint

pytestmark = [pytest.mark.urls("college.web.style.urls"), pytest.mark.django_db]

_WEB = Path(college.web.__file__).parent
#: Parts that stand inside a form of a member, or only where script runs: shown on the page all the same.
_PARTS = sorted(part.stem for part in (_WEB / "templates" / "parts").glob("*.html"))
_MOST_BYTES_OF_FONTS = 110 * 1024
#: Of what every page loads; and of a sheet that some pages load besides.
_MOST_BYTES_OF_STYLE = 45_000
_MOST_BYTES_OF_ONE = 12_000


@pytest.fixture(autouse=True)
def _sample_college(settings: Any) -> None:
    settings.DEMO = True


def test_page_of_parts_is_not_there_on_a_real_college(client: Client, settings: Any) -> None:
    settings.DEMO = settings.DEBUG = False
    assert client.get("/style/").status_code == 404


@pytest.mark.parametrize("part", _PARTS)
def test_every_part_says_what_it_expects_and_stands_on_the_page(part: str) -> None:
    source = (_WEB / "templates" / "parts" / f"{part}.html").read_text("utf-8")
    assert "{% comment %}" in source
    places = [_WEB / "templates" / "style" / "parts.html", _WEB / "templates" / "base.html"]
    places += (_WEB / "templates" / "parts").glob("*.html")
    assert any(f'"parts/{part}.html"' in place.read_text("utf-8") for place in places)


def test_anonymous_page_is_the_same_for_everybody(client: Client) -> None:
    first = client.get("/style/", headers={"user-agent": "one"})
    second = Client().get("/style/", headers={"user-agent": "another"})
    assert first.content == second.content
    assert b"csrf" not in first.content
    assert not first.cookies


def test_viewpoints_stand_in_the_order_given_with_equal_marks(client: Client) -> None:
    html = client.get("/style/").content.decode()
    letters = re.findall(r'<section class="viewpoint" aria-labelledby="viewpoint-([a-z])">', html)
    bands = re.findall(r'<div class="viewpoint-band pattern-([a-z])" aria-hidden="true">', html)
    assert letters == bands == ["b", "d", "a", "c"]


def test_style_and_fonts_stay_light() -> None:
    base = (_WEB / "templates" / "base.html").read_text("utf-8")
    sizes = {f.name: f.stat().st_size for f in (_WEB / "static" / "css").rglob("*.css")}
    everywhere = {name for name in sizes if f"/{name}" in base}
    assert everywhere
    assert sum(sizes[name] for name in everywhere) < _MOST_BYTES_OF_STYLE
    assert all(sizes[name] < _MOST_BYTES_OF_ONE for name in sizes.keys() - everywhere)
    fonts = sum(f.stat().st_size for f in (_WEB / "static" / "fonts").glob("*.woff2"))
    assert fonts <= _MOST_BYTES_OF_FONTS


def test_style_names_no_side_of_the_page() -> None:
    """Right-to-left pages come out mirrored by themselves: only logical properties are used."""
    physical = re.compile(r"[\s;{](margin|padding|border|inset)?-?(left|right)(-\w+)?\s*:")
    for sheet in (_WEB / "static" / "css").rglob("*.css"):
        assert not physical.search(sheet.read_text("utf-8")), sheet.name


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 1280])
def test_page_of_parts_fits_and_is_accessible(
    live: str,
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = new_page(width=width, dark=dark)
    page.goto(f"{live}/style/")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    axe(page)


def test_skip_link_is_first_and_leads_to_the_text(live: str, page: Page) -> None:
    # The page of parts itself shows a form with errors, which takes the focus.
    page.goto(f"{live}/style/nothing-here/")
    wait_for_paint(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
