"""Comments on a summary in a browser: by selecting words, without script, and where they belong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from college.summaries.models import Anchor, Comment
from college.summaries.rules import addresses
from tests.factories.comments import SENTENCES, comment, commented_shelf, write
from tests.factories.readings import Shelf
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")
_WIDTH = "document.documentElement.scrollWidth"
_SELECT = """([from, to]) => {
    const node = document.querySelector("[data-selectable]").firstChild, range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
}"""


@pytest.fixture
def shelf() -> Shelf:
    return commented_shelf()


def form(live: str, shelf: Shelf, statement: str = SENTENCES[0][0]) -> str:
    return f"{live}{addresses.commenting(shelf.stand.debate.slug)}{statement}/"


def test_words_are_selected_in_the_sentence(
    live: str, page: Page, axe: Callable[[Page], None], shelf: Shelf
) -> None:
    words = "👩 said: cars, cars and cars."
    write(shelf, {"a" * 13: words})
    enter(page, live, shelf.stand.holders[0])
    page.goto(form(live, shelf, "a" * 13))
    axe(page)
    expect(page.get_by_label("The words you mean")).to_have_value(words)
    start = len("👩 said: cars, ".encode("utf-16-le")) // 2
    page.evaluate(_SELECT, [start, start + 4])
    expect(page.get_by_label("The words you mean")).to_have_value("cars")
    page.get_by_label("Your comment").fill("Which ones?")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator("mark")).to_have_text("cars")
    axe(page)
    assert Anchor.objects.get().start == len("👩 said: cars, ")


def test_comment_is_made_without_script(
    live: str, new_page: Callable[..., Page], axe: Callable[[Page], None], shelf: Shelf
) -> None:
    comment(shelf, shelf.stand.holders[1], text="It was counted in May.")
    page = new_page(script=False)
    enter(page, live, shelf.stand.holders[0])
    page.goto(f"{live}{addresses.comments(shelf.stand.debate.slug)}")
    page.get_by_role("link", name="Comment on a sentence").click()
    page.get_by_role("link", name=SENTENCES[0][1]).click()
    page.get_by_label("The words you mean").fill("a day")
    page.get_by_label("Your comment").fill("On a market day.")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator("mark")).to_have_text("a day")
    assert Comment.objects.count() == 2


def test_pages_of_comments_are_good_for_everybody(
    live: str, page: Page, axe: Callable[[Page], None], shelf: Shelf
) -> None:
    made = comment(shelf, shelf.stand.holders[0])
    slug = shelf.stand.debate.slug
    enter(page, live, shelf.stand.holders[1])
    own = addresses.comment(slug, made.public_id)
    for path in (addresses.comments(slug), addresses.commenting(slug), own, f"{own}report/"):
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(f"{live}{path}")
        axe(page)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 320, "height": 800})
        axe(page)
        assert page.evaluate(_WIDTH) <= 320, path
