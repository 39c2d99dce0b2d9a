"""Two editors at one desk: by keyboard alone, without script, and at the same moment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from college.debates.actions.revisions import revise
from college.debates.models import Contribution, Debate
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.record import signing
from college.record.actions.sequence import sequence
from college.summaries.models import DraftStatement, DraftWording
from college.summaries.rules.life import Side
from tests.factories.colleges import make_college
from tests.factories.summaries import Desk, make_summary
from tests.journeys.standing import enter, standing

SAID = "The ferry runs daily."
SENTENCE = "Those who would keep the ferry say that it runs every day."
_WIDTH = "document.documentElement.scrollWidth"


@dataclass
class Room:
    """A College with a summary being drafted, at ``live``. Each test writes in a section of its own."""

    live: str
    desk: Desk

    def url(self, end: str = "") -> str:
        return f"{self.live}/debates/{self.desk.debate.slug}/summary/{end}"

    def section(self, key: str) -> str:
        return self.url(f"desk/{key}/")

    @property
    def first(self) -> Member:
        return self.desk.teams[Side.FIRST][0]

    @property
    def second(self) -> Member:
        """The other editor of the same team."""
        return self.desk.teams[Side.FIRST][1]

    def sentence(self, key: str, words: str = SENTENCE, **more: Any) -> DraftStatement:
        section = next(one for one in self.desk.sections if one.key == key)
        return self.desk.write(Side.FIRST, words, section=section, **more)


def _drafting() -> Desk:
    signing.create()
    make_college()
    desk = make_summary()
    sequence(datetime.now(UTC))
    return desk


@pytest.fixture(scope="module")
def room(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("editors")
    with standing(django_db_blocker, folder, _drafting) as (live, desk):
        yield Room(live, desk)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until what is wanted has the focus."""
    wanted.wait_for()
    for _ in range(120):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"it cannot be reached by Tab on {page.url}")


def at_every_size(
    page: Page, axe: Callable[[Page], None], shot: Callable[..., None], name: str
) -> None:
    """Good in the light and wide, in the dark and narrow, and at 320 px."""
    axe(page)
    shot(page, f"{name}-1280-light")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    axe(page)
    shot(page, f"{name}-390-dark")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(_WIDTH) <= 320


def test_sentence_is_written_by_keyboard_alone(
    room: Room, page: Page, axe: Callable[[Page], None], screenshot: Callable[[Page, str], None]
) -> None:
    key = room.desk.holds().key
    enter(page, room.live, room.first).goto(room.url("desk/"))
    tab_to(page, page.get_by_role("link", name="What A holds"))
    page.keyboard.press("Enter")
    page.wait_for_url(room.section(key))
    tab_to(page, page.get_by_role("textbox", name="The sentence"))
    page.keyboard.type(SENTENCE)
    tab_to(page, page.get_by_role("searchbox", name="Find what was said"))
    page.keyboard.type("ferry")
    box = page.get_by_role("checkbox", name=SAID).last
    tab_to(page, box)
    page.keyboard.press("Space")
    expect(page.locator("#write [data-picked]")).to_have_text("One contribution is picked.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("The sentence is in the draft.")
    expect(page.get_by_role("textbox", name="Sentence 1")).to_have_value(SENTENCE)
    expect(page.get_by_role("list", name="Rests on")).to_contain_text(SAID)
    expect(page.get_by_role("textbox", name="The sentence")).to_have_value("")
    row = DraftStatement.objects.get(
        section="holds", viewpoint__public_id=room.desk.holds().viewpoint
    )
    assert row.links.get().contribution == room.desk.claims[0]
    at_every_size(page, axe, screenshot, "desk-section")


def test_sentence_is_written_found_and_linked_without_script(
    room: Room, new_page: Callable[..., Page]
) -> None:
    page = enter(new_page(script=False, width=390), room.live, room.first)
    page.goto(room.section("evidence"))
    page.get_by_label("The sentence").fill("A bridge would stand in any weather.")
    page.get_by_label("Find what was said").fill("bridge weather")
    page.get_by_role("button", name="Search the whole debate").click()
    expect(page.get_by_label("The sentence")).to_have_value("A bridge would stand in any weather.")
    page.get_by_role("checkbox", name="A bridge stands in any weather.").check()
    page.get_by_role("button", name="Add the sentence").click()
    expect(page.get_by_role("list", name="Rests on")).to_contain_text("A bridge stands")
    page.get_by_label("Sentence 1").fill("A bridge, its holders say, stands in any weather.")
    page.get_by_role("button", name="Save sentence 1").click()
    expect(page.get_by_label("Sentence 1")).to_have_value(
        "A bridge, its holders say, stands in any weather."
    )
    page.get_by_role("button", name="Do not rest it on this").click()
    expect(page.get_by_text("Cannot be certified without a source")).to_be_visible()


def test_sentence_saves_itself_and_keeps_what_cannot_be_saved(room: Room, page: Page) -> None:
    row = room.sentence("granted")
    enter(page, room.live, room.first).goto(room.section("granted"))
    field = page.get_by_label("Sentence 1")
    said = page.locator("[data-said]").first
    field.fill(f"{SENTENCE} In summer too.")
    expect(said).to_have_text("Saved.")
    assert _head(row) == f"{SENTENCE} In summer too."
    page.context.set_offline(True)
    field.fill(f"{SENTENCE} In summer and in winter.")
    expect(said).to_contain_text("cannot be reached")
    page.context.set_offline(False)
    page.reload()
    field = page.get_by_label("Sentence 1")
    expect(field).to_have_value(f"{SENTENCE} In summer and in winter.")
    field.fill(f"{SENTENCE} In summer and in winter alike.")
    expect(page.locator("[data-said]").first).to_have_text("Saved.")
    assert _head(row) == f"{SENTENCE} In summer and in winter alike."


def test_save_whose_answer_never_came_is_nobody_elses(room: Room, page: Page) -> None:
    row = room.sentence("disputed")
    page.add_init_script(
        """const honest = window.fetch;
        window.fetch = async (...asked) => {
            await (await honest(...asked)).text();
            window.fetch = honest;
            throw new TypeError("the line broke before the answer came");
        };"""
    )
    enter(page, room.live, room.first).goto(room.section("disputed"))
    page.get_by_label("Sentence 1").fill(f"{SENTENCE} In summer too.")
    expect(page.locator("[data-said]").first).to_contain_text("cannot be reached")
    page.get_by_label("Sentence 1").fill(f"{SENTENCE} In summer too, and at night.")
    expect(page.locator("[data-said]").first).to_have_text("Saved.")
    assert _head(row) == f"{SENTENCE} In summer too, and at night."
    assert f"{SENTENCE} In summer too." in _ever(row), "it had arrived"


def test_two_editors_who_change_different_words_both_keep_theirs(
    room: Room, new_page: Callable[..., Page]
) -> None:
    row = room.sentence("terms")
    one = enter(new_page(), room.live, room.first)
    two = enter(new_page(), room.live, room.second)
    for page in (one, two):
        page.goto(room.section("terms"))
    one.get_by_label("Sentence 1").fill(SENTENCE.replace("Those who", "All who"))
    expect(one.locator("[data-said]").first).to_have_text("Saved.")
    two.get_by_label("Sentence 1").fill(SENTENCE.replace("every day", "every single day"))
    expect(two.locator("[data-said]").first).to_contain_text("together with what another editor")
    merged = "All who would keep the ferry say that it runs every single day."
    expect(two.get_by_label("Sentence 1")).to_have_value(merged)
    assert _head(row) == merged


def test_two_editors_who_change_the_same_words_choose_between_both(
    room: Room,
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
) -> None:
    row = room.sentence("minds")
    one = enter(new_page(), room.live, room.first)
    two = enter(new_page(), room.live, room.second)
    for page in (one, two):
        page.goto(room.section("minds"))
    one.get_by_label("Sentence 1").fill(SENTENCE.replace("every day", "twice a day"))
    expect(one.locator("[data-said]").first).to_have_text("Saved.")
    theirs = SENTENCE.replace("every day", "all year round")
    two.get_by_label("Sentence 1").fill(theirs)
    expect(two.locator("[data-said]").first).to_contain_text("Both wordings are kept")
    two.get_by_label("Sentence 1").fill(theirs.replace(".", ", they say."))
    expect(two.locator("[data-said]").first).to_contain_text("Both wordings are kept")
    two.get_by_role("link", name="See both wordings").click()
    expect(two.get_by_text("Saved meanwhile")).to_be_visible()
    at_every_size(two, axe, screenshot, "desk-beside")
    two.get_by_role("button", name="Take the other wording").click()
    expect(two.get_by_label("Sentence 1")).to_have_value(theirs.replace(".", ", they say."))
    assert _head(row) == theirs.replace(".", ", they say.")
    assert SENTENCE.replace("every day", "twice a day") in _ever(row)
    two.get_by_role("link", name="Earlier wordings").click()
    expect(two.get_by_role("heading", level=1)).to_have_text("Wordings of a sentence")
    at_every_size(two, axe, screenshot, "desk-wordings")


def test_reworded_source_shows_what_changed_and_is_confirmed(
    room: Room, page: Page, axe: Callable[[Page], None], screenshot: Callable[[Page, str], None]
) -> None:
    key = room.desk.holds(1).key
    row = room.sentence(key, "Nothing like it stands here.")
    room.sentence(key, "A sentence without a source.", links=[])
    _reword(room.desk)
    enter(page, room.live, room.first).goto(room.section(key))
    stale = page.locator(".stale")
    expect(stale).to_contain_text("The text meant here has been reworded since.")
    expect(stale.locator("ins")).to_have_text("daily!")
    expect(page.get_by_text("Suggestion, by likeness of words")).to_be_visible()
    at_every_size(page, axe, screenshot, "desk-stale")
    stale.get_by_role("button", name="The sentence still holds").click()
    expect(page.get_by_role("status").first).to_contain_text("rests on the newest wording now")
    expect(stale).to_have_count(0)
    assert row.links.get().pinned.number == 2


def _reword(desk: Desk) -> None:
    """As its author does while the debate is open again."""
    claim = Contribution.objects.get(pk=desk.claims[0].pk)
    Debate.objects.update(stage=Stage.OPEN)
    revise(desk.act(claim.author), claim, text="The ferry runs daily!", expected=claim.head)
    Debate.objects.update(stage=Stage.CLOSED)


def _head(row: DraftStatement) -> str:
    now = DraftStatement.objects.get(pk=row.pk)
    return now.wordings.get(number=now.head).words


def _ever(row: DraftStatement) -> set[str]:
    return set(DraftWording.objects.filter(row=row).values_list("words", flat=True))
