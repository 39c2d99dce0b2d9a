"""Reports, restrictions and what follows from them, as readers, authors and outsiders meet them."""

import csv
import re
from io import StringIO

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from college.committees.rules.tally import Choice
from college.debates.models import Hearing, OutsideNotice, Report
from college.debates.rules.grounds import Ground
from college.web.acts import now
from tests.factories.briefs import make_brief
from tests.factories.hearings import REASON, decide, make_court, make_report, restricted
from tests.web.debates.hearings import at, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(college):
    return make_court()


def test_every_ground_has_its_rule_examples_and_counter_examples(client, college):
    page = text(client, "/conduct/")
    for ground in Ground:
        assert f'id="{ground.value}"' in page
    assert page.count("<li>") >= 4 * len(Ground)
    assert "Falsity is no ground" in page
    assert client.get("/help/conduct/").status_code == 301


def test_report_is_made_on_a_page_and_told_without_its_author(client, signed_in, room):
    claim = room.claim(room.one)
    browser = signed_in(room.two)
    path = f"{at(room, claim)}report/"
    assert "On what ground?" in text(browser, path)
    sent = {"ground": "insult", "reason": REASON, "marked": "ferry runs"}
    assert browser.post(path, sent).status_code == 302
    made = Report.objects.get()
    assert made.marks == [[4, 14]]
    for page in (at(room, claim), f"/debates/{room.debate.slug}/"):
        read = text(client, page)
        assert "Under consideration" in read
        assert made.hearing.case.public_id in read
        assert "The ferry runs daily." in read
    assert "You have reported this text" in text(browser, path)
    where = f"/debates/{room.debate.slug}/reports/{made.public_id}/withdraw/"
    assert browser.post(where).status_code == 302
    assert Hearing.objects.get().settled == "withdrawn"
    assert "Under consideration" not in text(client, at(room, claim))


def test_nothing_typed_is_lost_when_a_report_lacks_something(signed_in, room):
    claim = room.claim(room.one)
    answer = signed_in(room.two).post(
        f"{at(room, claim)}report/", {"ground": "unlawful", "reason": REASON}
    )
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    assert "name the law" in answer.content.decode()


def test_author_is_told_what_else_can_be_done(signed_in, room):
    claim = room.claim(room.one)
    answer = signed_in(room.one).post(
        f"{at(room, claim)}report/", {"ground": "spam", "reason": REASON}
    )
    assert "withdraw it or reword it" in answer.content.decode()


def test_restricted_words_stand_behind_their_notice_and_nowhere_else(client, room):
    claim = room.claim(room.one, "Only a fool rows there.")
    restricted(room, claim)
    slug = room.debate.slug
    for path in (f"/debates/{slug}/", at(room, claim)):
        page = text(client, path)
        shut = re.sub(r"<details.*?</details>", "", page, flags=re.S)
        assert "Only a fool" in page
        assert "Only a fool" not in shut
        assert "Statement of reasons" in page
    for path in ("/search/?words=fool", f"/debates/{slug}/similar/?words=fool rows", "/record/"):
        assert "Only a fool" not in text(client, path)


@pytest.mark.parametrize("ground", [Ground.THREAT, Ground.PRIVATE_DATA])
def test_withheld_words_are_on_no_page(client, room, ground):
    claim = room.claim(room.one, "They live at the quay.")
    restricted(room, claim, ground)
    for path in (f"/debates/{room.debate.slug}/", at(room, claim), f"{at(room, claim)}r/1/"):
        assert "They live" not in text(client, path)


def test_comment_gives_way_on_its_page_in_its_brief_and_in_quotations(client, room):
    brief = make_brief(room.stand)
    remark = brief.remarks.first()
    words = remark.text.words
    restricted(room, remark)
    slug = room.debate.slug
    paths = [f"/debates/{slug}/remarks/{r.public_id}/" for r in brief.remarks.all()]
    for path in (*paths, f"/debates/{slug}/brief/{brief.public_id}/", "/search/?words=painted r1"):
        shut = re.sub(r"<details.*?</details>", "", text(client, path), flags=re.S)
        assert words not in shut, path


def test_comment_is_reported_on_a_page(signed_in, room):
    remark = make_brief(room.stand).remarks.first()
    path = f"/debates/{room.debate.slug}/remarks/{remark.public_id}/report/"
    browser = signed_in(room.two)
    page = text(browser, path)
    assert "off-topic" not in page
    assert browser.post(path, {"ground": "insult", "reason": REASON}).status_code == 302
    assert Hearing.objects.get().remark == remark


def test_somebody_without_an_account_gives_notice_and_answers(
    client, room, django_capture_on_commit_callbacks
):
    claim = room.claim(room.one, "The harbour master sleeps at work.")
    path = f"{at(room, claim)}notice/"
    sent = {"ground": "insult", "reason": REASON, "address": "master@harbour.example"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(path, sent)
    notice = OutsideNotice.objects.get()
    assert answer["location"] == f"{path}{notice.public_id}/"
    assert not Hearing.objects.exists()
    code = re.search(r"code there: (\w+)", mail.outbox[0].body)[1]
    here = answer["location"]
    assert client.post(here, {"code": "wrong"}).status_code == 422
    assert client.post(here, {"code": code}).status_code == 302
    hearing = Hearing.objects.get()
    assert hearing.origin == "outside"
    reply = "I was on leave that week, as the roster shows."
    assert client.post(here, {"code": "no", "reply": reply}).status_code == 422
    assert client.post(here, {"code": code, "reply": reply}).status_code == 302
    page = text(Client(), at(room, claim))
    assert reply in page
    assert "master@harbour" not in page
    room.stand.at = now()
    with django_capture_on_commit_callbacks(execute=True):
        decide(room, hearing.case, Choice.KEEP)
    notice.refresh_from_db()
    assert notice.address == ""
    assert "stays as it is" in mail.outbox[-1].body


def test_third_notice_of_a_day_is_the_last(client, room):
    claim = room.claim(room.one)
    sent = {"ground": "insult", "reason": REASON, "address": "one@harbour.example"}
    for _ in range(3):
        assert client.post(f"{at(room, claim)}notice/", sent).status_code == 302
    assert client.post(f"{at(room, claim)}notice/", sent).status_code == 429


def test_notice_whose_code_never_came_back_leaves_no_trace(client, room):
    claim = room.claim(room.one)
    sent = {"ground": "insult", "reason": REASON, "address": "one@harbour.example"}
    client.post(f"{at(room, claim)}notice/", sent)
    OutsideNotice.objects.update(at=room.stand.at)
    room.stand.wait(days=2)
    notice = OutsideNotice.objects.get()
    assert (notice.address, notice.reason.state) == ("", "tombstone")


def test_transparency_report_counts_and_keeps_small_figures_back(client, room):
    rows = [room.claim(room.one, f"Claim {n}.") for n in range(21)]
    for n, row in enumerate(rows):
        make_report(room, row, by=[room.two, room.mate][n % 2], ground=Ground.SPAM)
    made = make_report(room, rows[0], by=room.undecided)
    decide(room, made.hearing.case, Choice.KEEP)
    month = f"{room.stand.at:%Y-%m}"
    assert f"/transparency/{month}/" in text(client, "/transparency/")
    assert "Spam or flooding" in text(client, f"/transparency/{month}/")
    told = list(csv.DictReader(StringIO(text(client, f"/transparency/{month}/cases.csv"))))
    by_name = {row["name"]: row for row in told if row["by"] == "ground"}
    assert by_name["spam"]["heard"] == "21"
    assert by_name["spam"]["kept"] == "0"
    assert by_name["insult"]["heard"] == ""
    assert client.get("/transparency/2031-01/").status_code == 404


def test_debate_page_asks_as_much_with_many_reports_as_with_none(client, room):
    rows = [room.claim(room.one, f"Claim {n}.") for n in range(12)]

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/debates/{room.debate.slug}/?n={Hearing.objects.count()}")
        return len(queries)

    client.get("/debates/")
    none = count()
    make_report(room, rows[0], by=room.two)
    one = count()
    for row in rows[1:]:
        make_report(room, row, by=room.two)
    restricted(room, rows[0], Ground.SPAM)
    assert none == one == count()
