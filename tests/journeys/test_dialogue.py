"""The four ways in, by keyboard alone and without script; and that nothing typed is ever lost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from college.debates.actions.claims import add_claim
from college.debates.models import Contribution
from college.people.models import Member
from college.record import signing
from college.record.actions.sequence import sequence
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, add_holder, make_debate
from tests.factories.people import act_by
from tests.journeys.standing import enter, standing

CLAIM = "The ferry carried nine people a day last winter."
WAYS = {
    "why": ("Say why", "Your reason, in one sentence", "Nine tickets a day were sold."),
    "object": ("Object", "Your reason, in one sentence", "Season tickets were not counted."),
    "ask": ("Ask", "Your question, in your own words", "Who counted them?"),
    "source": ("Bring a source", "The exact words", "In January 279 tickets were sold."),
}


@dataclass
class Harbour:
    """A debate about a ferry that is open now, at ``live``."""

    live: str
    stand: Stand

    def holder(self, number: int) -> Member:
        """A new holder of a viewpoint, who was here long enough not to be slowed down."""
        return add_holder(self.stand, self.stand.viewpoints[number])

    def claim(self, author: Member, text: str = CLAIM) -> Contribution:
        act = act_by(author, datetime.now(UTC))
        return add_claim(act, self.stand.debate, form="factual", text=text)

    def url(self, claim: Contribution, way: str = "") -> str:
        end = f"{way}/" if way else ""
        return f"{self.live}/debates/{self.stand.debate.slug}/c/{claim.public_id}/{end}"


def _open_debate() -> Stand:
    signing.create()
    make_college()
    stand = make_debate(at=datetime.now(UTC) - timedelta(days=30))
    sequence(datetime.now(UTC))
    return stand


@pytest.fixture(scope="module")
def harbour(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Harbour]:
    folder = tmp_path_factory.mktemp("harbour")
    with standing(django_db_blocker, folder, _open_debate) as (live, stand):
        yield Harbour(live, stand)


@pytest.fixture
def claim(harbour: Harbour) -> Contribution:
    return harbour.claim(harbour.holder(0))


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until what is wanted has the focus, and can be seen to have it."""
    wanted = page.get_by_role("main").get_by_role(role, name=name, exact=True).first
    wanted.wait_for()
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{role} {name!r} cannot be reached by Tab on {page.url}")


def said_about(claim: Contribution) -> set[str]:
    """The kinds of what was said about a claim."""
    return set(claim.linked_from.values_list("source__kind", flat=True))


@pytest.mark.parametrize("way", WAYS)
def test_each_way_in_is_gone_by_keyboard_alone(
    harbour: Harbour, page: Page, claim: Contribution, way: str
) -> None:
    link, field, words = WAYS[way]
    enter(page, harbour.live, harbour.holder(1)).goto(harbour.url(claim))
    tab_to(page, "link", link)
    page.keyboard.press("Enter")
    if way == "ask":
        tab_to(page, "radio", "Where is that from?")
        page.keyboard.press("Space")
    tab_to(page, "textbox", field)
    page.keyboard.type(words)
    if way == "source":
        page.keyboard.press("Tab")
        page.keyboard.type("Accounts of the harbour")
        page.keyboard.press("Tab")
        page.keyboard.type("p. 12")
    page.keyboard.press("Tab")
    tab_to(page, "button", page.locator("form.sheet p.actions button").inner_text())
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Done")
    expect(page.get_by_role("main")).to_contain_text(words)
    assert said_about(claim)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_in_is_gone_without_script(
    harbour: Harbour, new_page: Callable[..., Page], claim: Contribution, way: str
) -> None:
    link, field, words = WAYS[way]
    page = enter(new_page(script=False), harbour.live, harbour.holder(1))
    page.goto(f"{harbour.live}/debates/{harbour.stand.debate.slug}/")
    page.locator(f"#c-{claim.public_id}").get_by_role("link", name="Claim").first.click()
    page.get_by_role("main").get_by_role("link", name=link, exact=True).click()
    if way == "ask":
        page.get_by_label("Where is that from?").check()
    page.get_by_label(field, exact=True).fill(words)
    if way == "source":
        page.get_by_label("Source", exact=True).fill("Accounts of the harbour")
        page.get_by_label("Where in it").fill("p. 12")
    page.locator("form.sheet p.actions button").click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    assert said_about(claim)


def test_somebody_new_finds_the_ways_in_from_the_debate(
    harbour: Harbour, page: Page, claim: Contribution
) -> None:
    enter(page, harbour.live, harbour.holder(1))
    page.goto(f"{harbour.live}/debates/{harbour.stand.debate.slug}/")
    page.get_by_role("link", name="I want to say something").click()
    page.get_by_role("link", name="I want to ask something").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About what do you want to ask?")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_refused_form_keeps_what_was_typed(
    harbour: Harbour, new_page: Callable[..., Page], claim: Contribution, script: bool
) -> None:
    page = enter(new_page(script=script), harbour.live, harbour.holder(1))
    page.goto(harbour.url(claim, "object"))
    long = "Far more words than anybody could answer in one breath. " * 8
    page.get_by_label("Your reason, in one sentence").fill(long)
    page.get_by_label("How it bears on this").fill("It bears <on> this.")
    page.get_by_label("It holds only with a reservation").check()
    page.get_by_role("button", name="Object", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("at most 300 characters")
    expect(page.get_by_label("Your reason, in one sentence")).to_have_value(long)
    expect(page.get_by_label("How it bears on this")).to_have_value("It bears <on> this.")
    expect(page.get_by_label("It holds only with a reservation")).to_be_checked()
    assert not said_about(claim)


def test_form_sent_twice_adds_once(harbour: Harbour, page: Page, claim: Contribution) -> None:
    enter(page, harbour.live, harbour.holder(1)).goto(harbour.url(claim, "ask"))
    page.get_by_label("Where is that from?").check()
    page.get_by_label("Your question, in your own words").fill("Who counted them?")
    page.evaluate("""async () => {
        const form = document.querySelector("form.sheet");
        const send = () => fetch(form.action, {method: "POST", body: new FormData(form)});
        await Promise.all([send(), send()]);
    }""")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    assert claim.linked_from.filter(source__kind="challenge").count() == 1


def test_second_of_two_who_revise_sees_the_first_and_loses_nothing(
    harbour: Harbour, new_page: Callable[..., Page]
) -> None:
    author = harbour.holder(0)
    claim = harbour.claim(author)
    first, second = (enter(new_page(), harbour.live, author) for _ in range(2))
    for page in (first, second):
        page.goto(harbour.url(claim, "reword"))
    first.get_by_label("The text").fill("The ferry carried ten people a day last winter.")
    first.get_by_role("button", name="Save this wording").click()
    expect(first.get_by_role("status")).to_contain_text("The new wording stands.")

    mine = "The ferry carried eleven people a day last winter."
    second.get_by_label("The text").fill(mine)
    second.get_by_role("button", name="Save this wording").click()
    expect(second.get_by_role("main")).to_contain_text("ten")
    expect(second.get_by_label("The text")).to_have_value(mine)
    second.get_by_role("button", name="Save this wording").click()
    expect(second.get_by_role("status")).to_contain_text("The new wording stands.")
    second.goto(f"{harbour.url(claim)}r/2/")
    expect(second.get_by_role("main")).to_contain_text("ten people")


def test_claims_that_are_alike_are_offered_while_one_writes(
    harbour: Harbour, page: Page, claim: Contribution
) -> None:
    other = harbour.claim(harbour.holder(0), "Ferries stand still whenever fog lies on the water.")
    enter(page, harbour.live, harbour.holder(1)).goto(harbour.url(claim, "object"))
    field = page.get_by_label("Your reason, in one sentence")
    field.fill("In fog on the water the ferries stand still")
    offered = page.locator(f'[data-similar] a[href*="{other.public_id}"]')
    expect(offered).to_be_visible()
    expect(field).to_be_focused()


def test_claim_that_is_alike_is_offered_and_taken_without_script_too(
    harbour: Harbour, new_page: Callable[..., Page], claim: Contribution
) -> None:
    words = "Gulls eat what the kitchens of the ferry throw away."
    other = harbour.claim(harbour.holder(0), words)
    page = enter(new_page(script=False), harbour.live, harbour.holder(1))
    page.goto(harbour.url(claim, "why"))
    reason = page.get_by_label("Your reason, in one sentence")
    reason.fill("Kitchens throw food to gulls")
    page.get_by_role("button", name="Look whether it was said already").click()
    expect(reason).to_have_value("Kitchens throw food to gulls")
    assert not said_about(claim)
    page.get_by_label(words).check()
    reason.fill("")
    page.get_by_role("button", name="Give this reason").click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    argument = claim.linked_from.get().source
    assert other.linked_from.filter(source=argument, kind="premise").exists()
