"""A visitor of the sample College follows texts through their whole stories, and draws a lot again."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from college.cli.found import lay_foundation
from college.cli.sample.loading import AGE, load_sample
from college.clockwork.tick import present
from college.ground.charter import Preset
from college.people.models import Member
from college.people.queries import personas
from tests.journeys.standing import enter, standing

Sample = tuple[str, dict[str, Member]]


def _make_sample() -> dict[str, Member]:
    lay_foundation(Preset.ASSEMBLY, at=present() - AGE)
    load_sample()
    return {member.persona: member for member in personas()}


@pytest.fixture(scope="module")
def sample(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sample]:
    folder = tmp_path_factory.mktemp("sample")
    with standing(django_db_blocker, folder, _make_sample, DEMO=True) as found:
        yield found


@pytest.fixture
def visitor(sample: Sample, page: Page) -> Page:
    page.goto(sample[0])
    return page


def to_conduct(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Committees").click()
    page.get_by_role("main").get_by_role("link", name="Conduct", exact=True).click()
    expect(page.get_by_role("heading", name="Cases, newest first")).to_be_visible()


def story(page: Page, words: str) -> None:
    """Open the one case whose text or reason holds these words, from the list of the area."""
    to_conduct(page)
    links = page.locator(".contents h3 a")
    for address in [links.nth(n).get_attribute("href") for n in range(links.count())]:
        page.goto(page.url.split("/committees/")[0] + str(address))
        if words in page.get_by_role("main").inner_text():
            return
        page.go_back()
    raise AssertionError(f"no case tells of {words!r}")


def test_a_restricted_text_is_followed_from_the_report_to_its_effect(
    visitor: Page, axe: Callable[[Page], None]
) -> None:
    page = visitor
    story(page, "It calls a member dim")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Restricted: Insult")
    expect(page.get_by_text("wants her old dispatch desk back")).to_be_hidden()
    page.get_by_text("The text, as the panels read it").click()
    expect(page.get_by_text("wants her old dispatch desk back")).to_be_visible()
    course = page.locator(".timeline").inner_text()
    told = ["It was asked", "announced, sealed", "the seats were drawn", "Panel A ruled"]
    told += ["Verdict: Restricted", "The verdict was carried out"]
    assert sorted(told, key=course.index) == told
    panels = page.locator(".panel")
    expect(panels).to_have_count(2)
    expect(page.locator(".ballots > li")).to_have_count(8)
    expect(page.locator(".said .label")).to_have_text("dissent")
    # The lot may bring more than one of those who say no.
    expect(page.get_by_text("refused the seat").first).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Its entry and receipt").first.click()
    expect(page.get_by_role("main")).to_contain_text("committees.verdict.given")
    page.go_back()
    page.get_by_role("link", name="the text in its place").click()
    expect(page.locator(".notice.restricted")).to_be_visible()
    page.get_by_role("link", name="The whole case").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Restricted: Insult")


def test_a_kept_text_is_followed_through_panels_that_differ_and_a_review(visitor: Page) -> None:
    page = visitor
    story(page, "other people’s sons who pay")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kept: the text stays")
    first, second, review = (page.locator(".panel .ruling").nth(n) for n in range(3))
    expect(first).to_contain_text("Restricted")
    expect(second).to_contain_text("Kept")
    expect(review).to_contain_text("Kept")
    # A seat of thirty-one may stay empty: the lot decides who is called, and some refuse.
    told = page.get_by_text(re.compile(r"\d+ of \d+ ballots for it on one ground; 18 needed")).first
    grants, cast = map(int, re.findall(r"\d+", told.inner_text())[:2])
    assert 0 < grants < 18 < cast <= 31
    expect(page.locator(".panel").nth(2).get_by_text("dissent", exact=True)).to_have_count(grants)
    page.get_by_role("link", name="the text in its place").click()
    expect(page.locator(".notice.restricted")).to_have_count(0)
    expect(page.get_by_text("Heard and kept:")).to_be_visible()


@pytest.mark.parametrize("draw", [1, 2], ids=["first-panels", "review"])
def test_a_draw_is_made_again_on_the_page_and_comes_out_the_same(visitor: Page, draw: int) -> None:
    page = visitor
    story(page, "other people’s sons who pay")
    page.get_by_role("link", name="Draw it again on a page of its own").nth(draw - 1).click()
    page.get_by_role("button", name="Draw it again, here").click()
    for said in ("The announcement is the one", "The seed is made of", "Every ticket comes out"):
        expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_text("The deal and the seats come out the same.")).to_be_visible()
    expect(page.get_by_text("Something does not come out the same")).to_be_hidden()
    rows = page.locator("tbody tr").count()
    expect(page.locator("[data-mark=same]")).to_have_count(rows)
    expect(page.locator("tr.seated")).to_have_count(10 if draw == 1 else 31)


def test_a_draw_that_was_tampered_with_is_called_out(visitor: Page) -> None:
    page = visitor
    story(page, "other people’s sons who pay")
    page.get_by_role("link", name="Draw it again on a page of its own").first.click()
    page.route(
        "**/draw/1/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('"own_side": "', '"own_side": "x'),
            content_type="text/html",
        ),
    )
    page.reload()
    page.get_by_role("button", name="Draw it again, here").click()
    expect(page.get_by_text("Something does not come out the same")).to_be_visible()
    expect(page.get_by_text("The announcement is the one")).to_be_hidden()


def test_without_script_a_draw_says_how_to_check_it(
    sample: Sample, visitor: Page, new_page: Callable[..., Page]
) -> None:
    story(visitor, "It calls a member dim")
    visitor.get_by_role("link", name="Draw it again on a page of its own").click()
    page = new_page(script=False)
    page.goto(visitor.url)
    expect(page.get_by_text("Your browser runs no script")).to_be_visible()
    expect(page.get_by_text("college-verify")).to_be_visible()
    expect(page.get_by_role("button", name="Draw it again, here")).to_be_hidden()


def test_what_this_college_withstands_is_read_and_what_it_asked_of_people(visitor: Page) -> None:
    page = visitor
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Committees").click()
    expect(page.get_by_text("ballots so far: about")).to_be_visible()
    page.get_by_role("link", name="What this College withstands").click()
    expect(page.get_by_text("82 people can be drawn.")).to_be_visible()
    expect(page.get_by_role("img", name="What share of colluders")).to_be_visible()
    page.get_by_text("The figures behind the curves").click()
    expect(page.get_by_role("table", name="Valid texts that are attacked")).to_be_visible()


def test_the_visitor_who_takes_a_members_part_finds_six_cases_and_a_text_to_rephrase(
    sample: Sample, page: Page
) -> None:
    live, members = sample
    enter(page, live, members["member"])
    page.goto(f"{live}/committees/desk/")
    expect(page.get_by_role("button", name="Accept all 6")).to_be_visible()
    story_of = "Restricted: Insult or harassment of a person taking part"
    to_conduct(page)
    page.get_by_role("link", name=story_of).first.click()
    page.get_by_role("link", name="statement of reasons").click()
    page.get_by_role("link", name="Say it in other words").click()
    expect(page.locator("mark").first).to_be_visible()
