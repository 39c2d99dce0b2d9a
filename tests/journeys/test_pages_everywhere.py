"""Every kind of page of the sample College, as each kind of reader has it.

For each: accessible in the light at 1280 px and in the dark at 390, no wider than 320 px, readable
without script and on paper, gone through by keyboard, light to load, and in words that can be translated.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles.finders import find
from playwright.sync_api import Page, expect

from college.cli.found import lay_foundation
from college.cli.sample.loading import AGE, load_sample
from college.clockwork.tick import present
from college.ground.charter import Preset
from college.people.models import Member
from college.people.queries import personas
from tests.journeys.crawling import READER, Seen, longest
from tests.journeys.standing import enter, standing
from tests.plugins.browser import wait_for_paint

#: Kinds of pages, by the name of their address. A new kind is added here and looked at.
KINDS = """
account_email account_login account_signup account_signup_by_passkey address administration answer
area ask brief budget case case-draw challenges charter charter-propose charts claim committees
conduct contribute contribution contribution-replace contribution-reword contribution-withdraw
control-offer dates debate debate-further debate-search debates define definitions demo desk docket
epoch epochs file frame front heard help help-checking hold import invite join keys legal-hold limit
member mfa_list_webauthn moderation move-object move-propose notice notices object passage
position-assign position-mark positions question-add question-propose questions quiz
quiz-attempt-item quiz-attempt-result quiz-desk quiz-draft quiz-figures quiz-import
quiz-item-figures quiz-knowledge quiz-results quiz-retell quiz-retelling-report quiz-retellings
quote reasons record record-about record-entry record-page remark remark-claim remark-legal-hold
remark-notice remark-report remark-withdraw removal-ask rephrase report revision revoke roster
sanction-ask say say-about search service settings settings-debate source statistics strength
subject subject-add summary summary-attest summary-attest-say summary-comment summary-comment-choose
summary-comment-make summary-comment-report summary-comments summary-drafts summary-mind
summary-reopening summary-turns summary-version summary-version-coverage take-part transparency
transparency-month turn-add viewpoint viewpoint-merge viewpoint-propose viewpoint-reword
viewpoint-split why wordings
""".split()

#: Met only where the lot fell on a persona in the past; ``test_docket`` looks at these.
BY_LOT = {"seat", "seat-sealed"}

#: Forms on a page of their own: in one column at every width, so one look at their structure is enough.
SHEETS = """
account_email account_login account_signup account_signup_by_passkey address charter-propose claim
contribution-replace contribution-withdraw control-offer dates define file hold invite legal-hold
limit move-object notice position-assign question-add quiz-import quiz-retelling-report remark-claim
remark-notice remark-report remark-withdraw removal-ask report subject-add summary-attest-say
summary-mind turn-add viewpoint-merge viewpoint-propose viewpoint-split why
""".split()

MOST_BYTES = 100_000
TABS = 12
_ASSET = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"')
_WIDTH = "document.documentElement.scrollWidth"
#: How the focused element shows it, and where the focus is.
_FOCUS = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
    return {
        name: here.tagName + " " + (here.textContent || here.name || "").trim().slice(0, 40),
        lost: here === document.body,
        shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


class Sample:
    """The sample College, its personas and its pages by kind."""

    def __init__(self, live: str, members: dict[str, Member]) -> None:
        self.live = live
        self.members = members
        self.pages = longest(members)

    def seen(self, kind: str) -> Seen:
        return self.pages[kind][1]

    def open(self, page: Page, kind: str) -> None:
        who, seen = self.pages[kind]
        if who != READER:
            enter(page, self.live, self.members[who])
        answer = page.goto(f"{self.live}{seen.path}")
        assert answer is not None
        assert answer.status == 200


def _make_sample() -> dict[str, Member]:
    lay_foundation(Preset.ASSEMBLY, at=present() - AGE)
    load_sample()
    return {member.persona: member for member in personas()}


@pytest.fixture(scope="module")
def sample(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sample]:
    folder = tmp_path_factory.mktemp("sample")
    with standing(django_db_blocker, folder, _make_sample, DEMO=True) as (live, members):
        yield Sample(live, members)


def test_no_kind_of_page_is_left_out(sample: Sample) -> None:
    assert set(sample.pages) - BY_LOT == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_good_for_everybody(
    sample: Sample,
    page: Page,
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
    kind: str,
) -> None:
    # One visit for all of it: opening a page takes longer than looking at it.
    sample.open(page, kind)
    go_through_by_keyboard(page)
    page.evaluate("document.activeElement.blur()")
    if kind not in SHEETS:
        axe(page)
    screenshot(page, f"{kind}-1280-light")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    axe(page)
    screenshot(page, f"{kind}-390-dark")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(_WIDTH) <= 320
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": 720, "height": 1000})
    expect(page.locator("#main")).to_be_visible()
    expect(page.locator(".demo-banner")).to_be_hidden()
    assert page.evaluate(_WIDTH) <= 720


def go_through_by_keyboard(page: Page) -> None:
    """The skip link comes first, and what has the focus shows it."""
    wait_for_paint(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    for _ in range(TABS):
        focus = page.evaluate(_FOCUS)
        if focus["lost"]:
            break  # past the last of few
        assert focus["shown"], f"nothing shows that {focus['name']} has the focus"
        assert focus["visible"], f"{focus['name']} has the focus out of sight"
        page.keyboard.press("Tab")


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_whole_without_script_and_light_to_load(sample: Sample, kind: str) -> None:
    html = sample.seen(kind).html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert '<main id="main"' in html
    assert weight(html) < MOST_BYTES


def weight(html: str) -> int:
    """Bytes of a page as they are sent, with its stylesheets and scripts, before fonts."""
    parts = [html.encode()]
    for name in sorted(set(_ASSET.findall(html))):
        file = find(name)
        assert isinstance(file, str), name
        with open(file, "rb") as stream:  # noqa: PTH123  find gives the name as text
            parts.append(stream.read())
    return sum(len(brotli.compress(part, quality=5)) for part in parts)
