"""A quiz from beginning to end: on a phone by keyboard, without script, on a bad line, in another's page."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.cache import cache
from playwright.sync_api import FrameLocator, Locator, Page, expect

from college.quizzes.models import Answer, Attempt
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemKind
from college.web.quizzes import starts
from tests.factories.people import make_member
from tests.factories.quizzes import Bank, make_live_quiz
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")
_WIDTH = "document.documentElement.scrollWidth"
_KINDS = (ItemKind.WHO, ItemKind.MATCH, ItemKind.ESTIMATE, ItemKind.EVIDENCE)
_MOST_STEPS = 60
Show = Callable[[Page, str], None]


@pytest.fixture
def bank() -> Bank:
    cache.clear()
    return make_live_quiz(items=8, kinds=_KINDS)


@pytest.fixture
def newsroom() -> Iterator[Callable[[str], str]]:
    """Gives the address, of another origin, of a page with a quiz in a frame."""
    server: ThreadingHTTPServer | None = None

    def serve(framed: str) -> str:
        nonlocal server
        html = (
            '<!doctype html><html lang="en"><head><title>News</title></head><body><h1>News</h1>'
            f'<iframe src="{framed}" title="Quiz" width="100%" height="720"></iframe></body></html>'
        )
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_News, html))
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    if server is not None:
        server.shutdown()
        server.server_close()


class _News(BaseHTTPRequestHandler):
    """One page, whatever is asked for."""

    def __init__(self, html: str, *args: object) -> None:
        self.html = html
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.html.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def door(live: str, bank: Bank) -> str:
    return f"{live}{addresses.quiz(bank.debate.slug)}"


def tab_to(page: Page, wanted: Locator) -> None:
    for _step in range(_MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"no way by keyboard to {wanted}")


def choose(where: Page | FrameLocator) -> None:
    """Something in every field of the question."""
    for select in where.locator("select[name=given]").all():
        select.select_option(index=1)
    if where.locator("input[inputmode=decimal]").count():
        where.locator("input[inputmode=decimal]").fill("18,5")
    if where.get_by_role("radio").count():
        where.get_by_role("radio").first.check()


def take(where: Page | FrameLocator) -> None:
    """From the first question to the result, with the pointer."""
    for number in range(1, 9):
        expect(where.get_by_text(f"Question {number} of 8")).to_be_visible()
        if number % 4:
            choose(where)
            where.get_by_role("button", name="Answer", exact=True).click()
        else:
            where.get_by_role("button", name="I don’t know").click()
        expect(where.locator("#feedback mark").first).to_be_visible()
        where.locator("#feedback a.button").click()
    expect(where.get_by_role("heading", level=1)).to_have_text("What to read next")
    assert Answer.objects.count() == 8


def test_a_quiz_is_taken_on_a_phone_by_keyboard_alone(
    live: str, new_page: Callable[..., Page], axe: Callable[[Page], None], bank: Bank
) -> None:
    page = new_page(width=390)
    page.goto(door(live, bank))
    axe(page)
    tab_to(page, page.get_by_role("button", name="Begin the quiz"))
    page.keyboard.press("Enter")
    for number in range(1, 9):
        expect(page.get_by_text(f"Question {number} of 8")).to_be_visible()
        axe(page)
        if page.get_by_role("radio").count():
            tab_to(page, page.get_by_role("radio").first)
            page.keyboard.press("Space")
        elif page.locator("input[inputmode=decimal]").count():
            tab_to(page, page.locator("input[inputmode=decimal]"))
            page.keyboard.type("18,5")
        else:
            tab_to(page, page.locator("select[name=given]").first)
            page.keyboard.press("ArrowDown")
        tab_to(page, page.get_by_role("button", name="Answer", exact=True))
        page.keyboard.press("Enter")
        expect(page.locator("#feedback")).to_be_focused()
        axe(page)
        assert page.evaluate(_WIDTH) <= 390
        tab_to(page, page.locator("#feedback a.button"))
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take it again")).to_be_visible()
    axe(page)
    assert Answer.objects.count() == 8


def test_a_quiz_is_taken_without_script(
    live: str, new_page: Callable[..., Page], bank: Bank
) -> None:
    page = new_page(width=320, script=False)
    page.goto(door(live, bank))
    page.get_by_text("Tell which viewpoint you hold").click()
    page.get_by_role("radio", name="Undecided").check()
    page.get_by_role("button", name="Begin the quiz").click()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#feedback, #wrong").first).to_be_visible()
    page.goto(page.url.partition("#")[0])
    if page.locator("#feedback").count():
        pytest.fail("an empty form was taken for an answer")
    take(page)
    assert Attempt.objects.get().declared == "undecided"


def test_a_bad_line_loses_nothing(live: str, page: Page, bank: Bank) -> None:
    page.goto(door(live, bank))
    page.get_by_role("button", name="Begin the quiz").click()
    expect(page.get_by_text("Question 1 of 8")).to_be_visible()
    choose(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("Your answer is kept on this page")).to_be_visible()
    assert not Answer.objects.exists()
    page.context.set_offline(False)
    expect(page.locator("#feedback")).to_be_focused()
    assert Answer.objects.count() == 1


def test_the_door_leads_back_to_what_was_begun_until_it_is_finished(
    live: str, page: Page, bank: Bank
) -> None:
    page.goto(door(live, bank))
    goes_on = page.get_by_role("link", name="Go on with the quiz you began")
    expect(goes_on).to_be_hidden()
    page.get_by_role("button", name="Begin the quiz").click()
    choose(page)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#feedback")).to_be_visible()
    page.goto(door(live, bank))
    goes_on.click()
    expect(page.get_by_text("Question 2 of 8")).to_be_visible()
    for number in range(2, 9):
        page.get_by_role("button", name="I don’t know").click()
        page.locator("#feedback a.button").click()
        if number < 8:
            expect(page.get_by_text(f"Question {number + 1} of 8")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("What to read next")
    page.goto(door(live, bank))
    expect(page.get_by_role("button", name="Begin the quiz")).to_be_visible()
    expect(goes_on).to_be_hidden()


def test_a_forgotten_attempt_is_offered_no_more(live: str, page: Page, bank: Bank) -> None:
    page.goto(door(live, bank))
    page.get_by_role("button", name="Begin the quiz").click()
    expect(page.get_by_text("Question 1 of 8")).to_be_visible()
    Attempt.objects.all().delete()
    page.goto(door(live, bank))
    page.get_by_role("link", name="Go on with the quiz you began").click()
    expect(page.get_by_text("There is no quiz at this address")).to_be_visible()
    page.goto(door(live, bank))
    expect(page.get_by_role("button", name="Begin the quiz")).to_be_visible()
    expect(page.get_by_text("Go on with the quiz you began")).to_be_hidden()


def test_a_quiz_is_taken_in_the_page_of_another(  # noqa: PLR0917  fixtures
    live: str,
    page: Page,
    axe: Callable[[Page], None],
    screenshot: Show,
    bank: Bank,
    settings,
    newsroom: Callable[[str], str],
) -> None:
    origin = newsroom(f"{live}/embedded{addresses.quiz(bank.debate.slug)}")
    settings.COLLEGE_FRAMES = [origin]
    page.goto(origin)
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Begin the quiz").click()
    expect(frame.get_by_text("Question 1 of 8")).to_be_visible()
    screenshot(page, "quiz-framed-1280-light")
    take(frame)
    assert not [one for one in page.context.cookies() if one["name"] == starts.COOKIE]
    frame.get_by_role("button", name="Take it again").click()
    expect(frame.get_by_text("Question 1 of 8")).to_be_visible()
    page.goto(f"{live}/embedded{addresses.quiz(bank.debate.slug)}")
    axe(page)


def test_pages_of_a_quiz_are_good_for_everybody(
    live: str, page: Page, axe: Callable[[Page], None], screenshot: Show, bank: Bank
) -> None:
    enter(page, live, make_member())
    pages = {"door": door(live, bank)}
    page.goto(pages["door"])
    page.get_by_role("button", name="Begin the quiz").click()
    pages["item"] = page.url.replace("/1/", "/2/")
    choose(page)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#feedback")).to_be_visible()
    pages["feedback"] = page.url
    pages["result"] = page.url.partition("#")[0].replace("/1/", "/result/")
    page.goto(pages["result"])
    page.get_by_role("button", name="Keep this result for me").click()
    expect(page.get_by_role("heading", name="My results")).to_be_visible()
    pages["results"] = page.url
    for name, address in pages.items():
        for width, scheme in ((1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            screenshot(page, f"quiz-{name}-{width}-{scheme}")
        axe(page)
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(_WIDTH) <= 320, name
