"""Statements of reasons, the list of what gave way, appeals, other words."""

import json
import re

import pytest
from django.test import Client

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions.restrictions import appeal
from college.debates.models import Hearing, Restriction
from college.debates.queries import restrictions
from college.ground.moments import rfc3339
from college.record.charters import charter_in_force
from college.web.acts import now
from tests.factories.briefs import make_brief
from tests.factories.hearings import decide, make_court, make_report, restricted
from tests.web.debates.hearings import at, text

pytestmark = pytest.mark.django_db
OTHER = "Rowing there in winter is unwise for anybody."


@pytest.fixture
def room(college):
    return make_court()


def test_statement_of_reasons_is_a_page_a_text_and_json(client, room):
    claim = room.claim(room.one)
    restricted(room, claim)
    here = f"/reasons/{Restriction.objects.get().public_id}/"
    for path in (here, f"{here}statement.txt", f"{here}statement.json"):
        page = text(client, path)
        assert "So." in page
        assert Restriction.objects.get().case.public_id in page
    told = json.loads(text(client, f"{here}statement.json"))
    assert (told["ground"], told["effect"]) == ("insult", "behind")


def test_statement_of_reasons_tells_until_when_one_can_appeal(client, room, settings):
    settings.COLLEGE_URL = "https://college.example"
    restricted(room, room.claim(room.one))
    made = Restriction.objects.select_related("case").get()
    here = f"/reasons/{made.public_id}/"
    until = rfc3339(made.case.verdict_at + charter_in_force().clocks.appealing)
    assert f'It can be asked for until <time datetime="{until}">' in text(client, here)
    kept = text(client, f"{here}statement.txt")
    assert f"It can be asked for until {until}." in kept
    assert f"https://college.example{here}" in kept
    assert f"https://college.example/committees/cases/{made.case.public_id}/" in kept
    assert not re.search(r"(?<!example)/(debates|committees|reasons)/", kept)
    assert json.loads(text(client, f"{here}statement.json"))["appeal_until"] == until
    appeal(room.act(room.one), made)
    assert "It can be asked for until" not in text(client, here)


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [("step", "review", "The verdict is final"), ("provisional", True, "try it again unasked")],
)
def test_where_nobody_can_appeal_no_date_is_told(client, room, column, value, words):
    restricted(room, room.claim(room.one))
    Case.objects.update(**{column: value})
    page = text(client, f"/reasons/{Restriction.objects.get().public_id}/")
    assert words in page
    assert "It can be asked for until" not in page


def test_appeal_is_one_click_and_rephrasing_one_screen(client, signed_in, room):
    claim = room.claim(room.one, "Only a fool rows there.")
    make_report(room, claim, marked=["a fool"])
    decide(room, Hearing.objects.get().case, Choice.GRANT, "insult")
    Case.objects.update(verdict_at=now())  # pages act at the moment they are asked
    here = f"/reasons/{Restriction.objects.get().public_id}/"
    author = signed_in(room.one)
    page = text(author, f"{here}rephrase/")
    marked, field = page.index("<mark>a fool</mark>"), page.index('<textarea name="text"')
    assert marked < field < page.index("So.")  # as they stand on a telephone
    assert author.post(f"{here}appeal/").status_code == 302
    assert author.post(f"{here}rephrase/", {"text": OTHER, "seen": "1"}).status_code == 302
    new = text(client, at(room, claim))
    assert OTHER in new
    assert "Only a fool" not in new
    assert (
        f'an earlier wording gave way to a rule of conduct. <a href="{at(room, claim)}r/1/">' in new
    )
    old = text(client, f"{at(room, claim)}r/1/")
    assert "Only a fool" in old
    assert "Statement of reasons" in old


def test_debate_lists_what_gave_way_with_its_notices(client, room, monkeypatch):
    monkeypatch.setattr(restrictions, "_AT_ONCE", 1)
    here = f"/debates/{room.debate.slug}/heard/"
    assert "No text of this debate has given way" in text(client, here)
    assert f'href="{here}"' in text(client, f"/debates/{room.debate.slug}/")
    claim = room.claim(room.one, "Only a fool rows there.")
    remark = make_brief(room.stand).remarks.first()
    for row in (claim, remark):
        restricted(room, row)
    first, second = Restriction.objects.order_by("id")
    page = text(client, here)
    assert f"/remarks/{remark.public_id}/" in page
    assert f"/reasons/{second.public_id}/" in page
    assert f"/reasons/{first.public_id}/" not in page
    older = text(client, re.search(rf'href="({here}from/\d+/)"', page)[1])
    assert at(room, claim) in older
    assert f"/reasons/{first.public_id}/" in older
    assert "So." in older
    assert "Only a fool" not in page + older
    assert "from/" not in older.partition("<main")[2].partition("</main>")[0]
    assert client.get(f"{here}from/x/").status_code == 404
    appeal(room.act(room.one), first)
    decide(room, first.case, Choice.KEEP)
    assert f"/reasons/{first.public_id}/" not in text(client, f"{here}from/{second.pk}/")


def test_others_neither_appeal_nor_rephrase(signed_in, room):
    restricted(room, room.claim(room.one))
    here = f"/reasons/{Restriction.objects.get().public_id}/"
    other = signed_in(room.two)
    assert other.post(f"{here}appeal/").status_code == 403
    assert other.get(f"{here}rephrase/").status_code == 403
    assert Client().post(f"{here}appeal/").status_code == 302


def test_restriction_lifted_says_so(client, room):
    claim = room.claim(room.one)
    made = restricted(room, claim)
    restriction = Restriction.objects.select_related("hearing").get()
    appeal(room.act(room.one), restriction)
    decide(room, made.hearing.case, Choice.KEEP)
    page = text(client, f"/reasons/{restriction.public_id}/")
    assert "was lifted by the review" in page
