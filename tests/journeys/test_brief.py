"""From an article and its comments to contributions, in a browser: brought, quoted, challenged, claimed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from college.debates.actions.claims import add_claim
from college.debates.models import Brief, Contribution, Quotation
from college.debates.rules.briefs import Rights
from college.people.models import Member
from college.record import signing
from college.record.actions.sequence import sequence
from tests.exchange.actions.test_arrivals import PAGE
from tests.factories.briefs import ARTICLE, make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, add_holder, add_pair, make_debate
from tests.factories.people import act_by, make_member
from tests.journeys.standing import enter, standing


@dataclass
class Quay:
    """A debate that is open now, with a brief."""

    live: str
    stand: Stand
    brief: Brief
    pair: list[Member]

    @property
    def base(self) -> str:
        return f"{self.live}/debates/{self.stand.debate.slug}/"

    @property
    def page(self) -> str:
        return f"{self.base}brief/{self.brief.public_id}/"


def _make() -> tuple[Stand, Brief, list[Member]]:
    signing.create()
    make_college()
    stand = make_debate(at=datetime.now(UTC) - timedelta(days=30))
    remarks = (make_remark("r1"), make_remark("r2", "r1", pseudonym=""), make_remark("r3"))
    brief = make_brief(stand, *remarks, rights=Rights.QUOTE)
    pair = add_pair(stand)
    sequence(datetime.now(UTC))
    return stand, brief, pair


@pytest.fixture(scope="module")
def quay(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Quay]:
    folder = tmp_path_factory.mktemp("quay")
    with standing(django_db_blocker, folder, _make, HOME=folder) as (live, made):
        yield Quay(live, *made)


def _holder(quay: Quay, number: int = 0) -> Member:
    return add_holder(quay.stand, quay.stand.viewpoints[number])


def test_selected_words_become_the_quotation_of_a_claim(quay: Quay, page: Page) -> None:
    enter(page, quay.live, _holder(quay)).goto(quay.page)
    passage = quay.brief.passages.get(order=1)
    page.locator(f'[data-quotable="{passage.public_id}"]').evaluate(
        """element => getSelection().setBaseAndExtent(element.firstChild, 0, element.firstChild, 18)"""
    )
    page.locator(f"#p-{passage.public_id}").get_by_role("link", name="Use these words").click()
    page.get_by_role("link", name="Make a claim of this").click()
    expect(page.get_by_role("main")).to_contain_text("Close it in winter")
    expect(page.get_by_role("main")).not_to_contain_text(ARTICLE[1])
    page.get_by_label("In one sentence").fill("Without the ferry the far bank is cut off.")
    page.locator("form.sheet p.actions button").last.click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    quotation = Quotation.objects.latest("pk")
    assert passage.text.words[quotation.start : quotation.end] == "Close it in winter"


def test_comment_challenges_a_claim_without_script(
    quay: Quay, new_page: Callable[..., Page]
) -> None:
    act = act_by(_holder(quay, 1), datetime.now(UTC))
    claim = add_claim(act, quay.stand.debate, form="factual", text="Nobody has crossed in winter.")
    page = enter(new_page(script=False), quay.live, _holder(quay))
    page.goto(quay.page)
    remark = quay.brief.remarks.get(key="r3")
    li = page.locator(f"#r-{remark.public_id}")
    li.get_by_role("link", name="Use these words").click()
    row = page.locator("li").filter(has_text="Nobody has crossed in winter.")
    row.get_by_role("link", name="Challenge it").click()
    page.get_by_label("What about this case, in which it is not so?").check()
    page.get_by_label("Your question, in your own words").fill("What of those who did?")
    page.locator("form.sheet p.actions button").click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    put = Contribution.objects.get(kind="challenge", links__target=claim)
    assert put.quotations.get().remark == remark


def test_article_is_brought_on_a_page_without_script(
    quay: Quay, new_page: Callable[..., Page]
) -> None:
    page = enter(new_page(script=False), quay.live, make_member("Orla of the quay"))
    page.goto(f"{quay.live}/import/")
    page.get_by_label("The file").set_input_files(
        {"name": "page.txt", "mimeType": "text/plain", "buffer": PAGE.encode()}
    )
    page.get_by_label("A new question").fill("Should the ferry be free of charge on Sundays?")
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.get_by_role("table").first).to_contain_text("2 (the page announces 2)")
    page.get_by_role("button", name="Take it in").click()
    page.get_by_role("link", name="Read the brief").click()
    expect(page.get_by_role("main")).to_contain_text("I have crossed every winter since I was six.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(
    quay: Quay,
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
    scheme: str,
) -> None:
    page = enter(new_page(), quay.live, quay.pair[0])
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  a test's own list
    remark = quay.brief.remarks.get(key="r1")
    passage = quay.brief.passages.get(order=0)
    for number, address in enumerate(
        (
            quay.page,
            f"{quay.base}remarks/{remark.public_id}/",
            f"{quay.base}remarks/{remark.public_id}/withdraw/",
            f"{quay.base}passages/{passage.public_id}/",
            f"{quay.base}quote/{remark.public_id}/",
            f"{quay.base}quote/{remark.public_id}/position/",
            f"{quay.base}positions/",
            f"{quay.base}invitations/new/",
            f"{quay.base}moderation/",
            f"{quay.base}moderation/propose/call-on-side/",
            f"{quay.live}/import/",
        )
    ):
        assert page.goto(address).ok, address
        axe(page)
        screenshot(page, f"brief-{number}-{scheme}")


def test_pages_fit_a_narrow_screen(quay: Quay, new_page: Callable[..., Page]) -> None:
    page = enter(new_page(), quay.live, quay.pair[0])
    page.set_viewport_size({"width": 320, "height": 700})
    for address in (quay.page, f"{quay.base}positions/", f"{quay.base}moderation/"):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address
