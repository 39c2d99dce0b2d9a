"""A newcomer's way from an article with its comments to a debate, and to a record checked elsewhere."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from college.cli.__main__ import college
from college.clockwork.tick import tick
from college.debates.models import Debate
from tests.factories.people import make_member
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")

_OURS = Path(__file__).parent / "fixtures" / "ferry.txt"
_REAL = Path(__file__).parents[3] / "shared" / "inputs" / "article-with-comments.txt"
_absent = pytest.mark.skipif(
    not _REAL.exists(), reason="the real article lies beside the project and is not here"
)
ARTICLES = {
    "ours": {
        "file": _OURS,
        "title": "The ferry nobody counts",
        "comments": "3 (the page announces 3)",
        "passage": "There is no bus from the far bank before nine.",
        "comment": "Then publish the count.",
    },
    "real": {
        "file": _REAL,
        "title": "US-Russia Talks May Be the Last Chance",
        "comments": "21 (the page announces 21)",
        "passage": "",
        "comment": "",
    },
}
QUESTION = "Should what the article asks for be done, and by whom?"
CLAIM = "Without it some people cannot get where they must be in the morning."
ASKED = "Where can this be looked up? The comment asks for the same."
ANSWER = "The clinic keeps a list of the hours at which people arrive."


class Clock:
    """Stands in for ``datetime`` where the College asks for the present; tests let time pass."""

    def __init__(self) -> None:
        self.passed = timedelta()

    def now(self, zone: tzinfo) -> datetime:
        return datetime.now(zone) + self.passed

    def wait(self, **delta: float) -> None:
        self.passed += timedelta(**delta)
        tick(self.now(UTC))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for place in ("college.web.acts", "college.clockwork.tick"):
        monkeypatch.setattr(f"{place}.datetime", clock)
    return clock


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def done(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text("Done")


def take_in(page: Page, live: str, article: dict) -> str:
    """Hand the file in, look at the table, take it in; gives the address of the brief."""
    page.goto(f"{live}/import/")
    page.get_by_label("The file").set_input_files(article["file"])
    page.get_by_label("A new question").fill(QUESTION)
    press(page, "See what would come of it")
    expect(page.get_by_role("heading", level=1)).to_have_text("What would come of it")
    table = page.get_by_role("table", name="What would come of the file")
    expect(table).to_contain_text(article["title"])
    expect(table).to_contain_text(article["comments"])
    press(page, "Take it in")
    expect(page.get_by_role("heading", level=1)).to_have_text("It is taken in")
    follow(page, "Read the brief")
    expect(page.get_by_role("heading", level=1)).to_have_text(article["title"])
    return page.url


def propose_viewpoint(page: Page, debate: str, name: str, statement: str) -> None:
    page.goto(f"{debate}take-part/viewpoint/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Statement").fill(statement)
    press(page, "Propose it")
    done(page)


def claim_from_passage(page: Page, brief: str, words: str) -> str:
    """Two clicks below a passage; gives the address of the claim."""
    page.goto(brief)
    passage = page.locator(".passage-paragraph", has_text=words).first
    passage.get_by_role("link", name="Use these words").click()
    page.get_by_role("link", name="Make a claim of this").click()
    page.locator("textarea[name=text]").fill(CLAIM)
    page.locator("form.sheet p.actions button").click()
    done(page)
    expect(page.get_by_role("main")).to_contain_text(CLAIM)
    return page.url


def challenge_with_comment(page: Page, brief: str, words: str) -> str:
    """Below a comment: choose the claim, and ask; gives the address of the challenge."""
    page.goto(brief)
    comment = page.locator(".remark", has_text=words).first
    comment.get_by_role("link", name="Use these words").click()
    claim = page.locator("#claims li", has_text=CLAIM)
    claim.get_by_role("link", name="Challenge it").click()
    page.get_by_label("Where is that from?").check()
    page.get_by_label("Your question, in your own words").fill(ASKED)
    press(page, "Ask")
    done(page)
    expect(page.get_by_role("main")).to_contain_text(words or ASKED)
    return page.url


def answer_from_desk(page: Page, live: str) -> str:
    """What is asked of a member waits on the desk; gives the address of the answer."""
    page.goto(f"{live}/desk/")
    follow(page, "Read and answer")
    follow(page, "Answer")
    page.get_by_label("Your answer", exact=True).fill(ANSWER)
    press(page, "Answer")
    done(page)
    return page.url


def receipts_of(page: Page, said: str, folder: Path) -> list[Path]:
    """From a text to its entries in the record, and the receipt of each."""
    page.goto(said)
    page.get_by_role("link", name="In the record", exact=True).click()
    expect(page.locator(".entries li").first).to_be_visible()
    entries = page.locator(".entries li .label a").all()
    assert entries, f"nothing in the record about {said}"
    kept = []
    for address in [entry.get_attribute("href") for entry in entries]:
        page.goto(f"{said.partition('/debates/')[0]}{address}")
        with page.expect_download() as receipt:
            follow(page, "Download the receipt")
        file = folder / receipt.value.suggested_filename
        receipt.value.save_as(file)
        kept.append(file)
    return kept


def verify(*arguments: str, cwd: Path) -> str:
    """Run the verifier as a stranger would: another place, another process."""
    command = [sys.executable, "-m", "college_verify", *arguments]
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.parametrize("which", ["ours", pytest.param("real", marks=_absent)])
def test_article_becomes_a_debate_whose_record_holds_elsewhere(
    live: str, new_page: Callable[..., Page], clock: Clock, tmp_path: Path, which: str
) -> None:
    article = ARTICLES[which]
    nora, ben = (make_member(name, account=True) for name in ("Nora", "Ben"))
    hers, his = (enter(new_page(), live, member) for member in (nora, ben))

    brief = take_in(hers, live, article)
    debate = f"{live}/debates/{Debate.objects.get().slug}/"
    clock.wait(days=3, minutes=1)
    propose_viewpoint(
        hers,
        debate,
        "Run it",
        "People without a car have no other way across, least of all in winter.",
    )
    propose_viewpoint(
        his,
        debate,
        "Let it rest",
        "What is used so rarely should not cost everybody so much money.",
    )
    clock.wait(days=14, minutes=1)
    hers.goto(debate)
    expect(hers.locator(".stage-now")).to_contain_text("open")
    for name in ("Run it", "Let it rest"):
        expect(hers.get_by_role("heading", name=name)).to_be_visible()

    claim = claim_from_passage(hers, brief, article["passage"])
    challenge = challenge_with_comment(his, brief, article["comment"])
    answer = answer_from_desk(hers, live)
    his.goto(challenge)
    expect(his.locator(".said .state").first).to_have_text("answered")
    expect(his.get_by_role("main")).to_contain_text(ANSWER)

    clock.wait(seconds=5)
    reader = new_page()
    kept = [
        file for said in (claim, challenge, answer) for file in receipts_of(reader, said, tmp_path)
    ]
    published, elsewhere = tmp_path / "published-college", tmp_path / "elsewhere"
    ran = CliRunner().invoke(college, ["publish", str(published)])
    assert ran.exit_code == 0, ran.output
    elsewhere.mkdir()
    shutil.copytree(published, elsewhere / "copy")
    verify("copy", cwd=elsewhere)
    for file in kept:
        verify("receipt", str(file), "--log", "copy", cwd=elsewhere)
