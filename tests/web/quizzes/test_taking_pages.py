"""A quiz taken on its pages: no account, no cookie, no clock; and what an address cannot do."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from college.quizzes.models import Answer, Attempt, Item, KeptResult
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemKind, ItemState
from college.web.quizzes import starts
from tests.factories.people import make_member
from tests.factories.quizzes import Bank, make_live_quiz, make_quiz

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("charter")]
LIMITS = "college.web.quizzes.starts.charter_in_force"


@pytest.fixture
def bank() -> Bank:
    return make_live_quiz(items=16)


def begin(client: Client, bank: Bank, *, base: str = "", **form: str) -> str:
    """Begins a quiz; the address of its first item."""
    sent = client.post(f"{base}/quizzes/begin/{bank.debate.slug}/", form)
    assert sent.status_code == 302, sent.content
    return sent["Location"]


def answer(client: Client, path: str, **form: object) -> str:
    return client.post(path, form, follow=True).content.decode()


def test_a_quiz_is_taken_from_the_door_to_the_result(bank):
    client = Client()
    door = client.get(addresses.quiz(bank.debate.slug)).content.decode()
    assert "Begin the quiz" in door
    assert "Volunteers are not the public" in door
    path = begin(client, bank)
    page = client.get(path)
    assert "Question 1 of 8" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["X-Robots-Tag"] == "noindex"
    shown = answer(client, path, given="0", certainty="90")
    assert "Yes, so the summary says." in shown
    assert "<mark>" in shown
    assert f"{bank.shelf.path}v/1/#s-" in shown
    for number in range(2, 9):
        answer(client, path.replace("/1/", f"/{number}/"), unknown="yes")
    result = client.get(path.replace("/1/", "/"), follow=True).content.decode()
    assert "What to read next" in result
    assert "1 right," in result
    assert "7 not answered." in result
    assert "certainty marks" in result
    assert result.count("<blockquote") == 7


def test_who_comes_back_goes_on_where_they_stopped(bank):
    client = Client()
    path = begin(client, bank)
    answer(client, path, given="1")
    resumed = Client().get(path.replace("/1/", "/"))
    assert resumed["Location"] == path.replace("/1/", "/2/")
    assert "So far" in Client().get(path.replace("/1/", "/result/")).content.decode()


def test_a_form_sent_twice_is_answered_once(bank):
    client = Client()
    path = begin(client, bank)
    answer(client, path, given="0")
    assert "Yes, so the summary says." in answer(client, path, given="1")
    assert Answer.objects.get().given == "0"


@pytest.mark.parametrize(
    "form", [{}, {"given": "9"}, {"given": ["0", "1"]}, {"given": "0", "certainty": "12"}]
)
def test_what_cannot_be_an_answer_comes_back_with_what_was_chosen(bank, form):
    client = Client()
    path = begin(client, bank)
    sent = client.post(path, form)
    assert sent.status_code == 422
    assert 'id="wrong"' in sent.content.decode()
    assert ("checked" in sent.content.decode()) == ("0" in form.get("given", ""))
    assert not Answer.objects.exists()


@pytest.mark.parametrize("kind", ItemKind)
def test_every_kind_is_shown_and_answered(kind):
    bank = make_live_quiz(items=6, kinds=[kind])
    client = Client()
    path = begin(client, bank)
    page = client.get(path).content.decode()
    assert "I don’t know" in page
    given = {ItemKind.ESTIMATE: ["18,5"], ItemKind.MATCH: ["0", "1"]}.get(kind, ["0"])
    shown = answer(client, path, given=given)
    assert "Yes, so the summary says." in shown


def test_a_number_that_is_none_is_not_lost():
    bank = make_live_quiz(items=6, kinds=[ItemKind.ESTIMATE])
    client = Client()
    sent = client.post(begin(client, bank), {"given": "many <boats>"})
    assert 'value="many &lt;boats&gt;"' in sent.content.decode()


def test_an_item_that_left_the_quiz_is_passed_over_calmly(bank):
    client = Client()
    path = begin(client, bank)
    attempt = Attempt.objects.get()
    Item.objects.filter(public_id=attempt.items[0]).update(state=ItemState.STALE)
    page = client.get(path).content.decode()
    assert "This question has left the quiz" in page
    assert path.replace("/1/", "/2/") in page
    assert "has left the quiz" in answer(client, path, given="0")
    Item.objects.update(state=ItemState.STALE)
    result = client.get(path.replace("/1/", "/"), follow=True).content.decode()
    assert "8 questions left the quiz meanwhile" in result


def test_a_retake_asks_other_questions(bank):
    client = Client()
    first = begin(client, bank)
    for number in range(1, 9):
        answer(client, first.replace("/1/", f"/{number}/"), unknown="yes")
    begin(client, bank)
    one, two = Attempt.objects.order_by("pk")
    assert set(one.items).isdisjoint(two.items)
    begin(client, bank)
    assert Attempt.objects.latest("pk").seen == []
    cookie = client.cookies[starts.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/quizzes/", True, "Lax")
    client.cookies[starts.COOKIE] = cookie.value.replace(one.items[0], two.items[0])
    begin(client, bank)
    assert Attempt.objects.latest("pk").seen == []


def test_where_cookies_are_refused_the_result_leads_to_other_questions(bank):
    path = begin(Client(), bank)
    for number in range(1, 9):
        answer(Client(), path.replace("/1/", f"/{number}/"), unknown="yes")
    first = Attempt.objects.get()
    assert f'name="after" value="{first.token}"' in (
        Client().get(path.replace("/1/", "/result/")).content.decode()
    )
    begin(Client(), bank, after=first.token)
    assert set(first.items).isdisjoint(Attempt.objects.latest("pk").items)


def test_a_viewpoint_is_declared_only_by_choice(bank):
    side = bank.viewpoints[1].public_id
    assert f'value="{side}"' in Client().get(addresses.quiz(bank.debate.slug)).content.decode()
    begin(Client(), bank, declared=side)
    assert Attempt.objects.get().declared == side
    sent = Client().post(f"/quizzes/begin/{bank.debate.slug}/", {"declared": "x"})
    assert sent.status_code == 422


def test_before_its_release_the_door_says_what_is_missing():
    bank = make_quiz()
    page = Client().get(addresses.quiz(bank.debate.slug)).content.decode()
    assert "This quiz cannot be taken yet" in page
    assert "5 questions" in page
    sent = Client().post(f"/quizzes/begin/{bank.debate.slug}/")
    assert sent.status_code == 422
    assert Client().post("/quizzes/begin/no-such-debate/").status_code == 422


@pytest.mark.parametrize("path", ["", "1/", "result/"])
def test_an_address_without_an_attempt_says_so(path):
    sent = Client().get(f"/quizzes/{'x' * 22}/{path}")
    assert sent.status_code == 404
    assert "A quiz can always be begun anew." in sent.content.decode()


def test_a_member_keeps_a_result_and_deletes_it(bank, signed_in):
    member = make_member()
    client = signed_in(member)
    path = begin(client, bank)
    answer(client, path, given="0")
    result = client.get(path.replace("/1/", "/result/")).content.decode()
    assert "Keep this result for me" in result
    kept = client.post(path.replace("/1/", "/keep/"), follow=True)
    assert "1 right, 0 wrong, 7 not answered" in kept.content.decode()
    row = KeptResult.objects.get()
    other = signed_in(make_member())
    other.post(f"{addresses.results()}{row.public_id}/delete/")
    assert KeptResult.objects.exists()
    assert "No results kept" in other.get(addresses.results()).content.decode()
    client.post(f"{addresses.results()}{row.public_id}/delete/")
    assert not KeptResult.objects.exists()


def test_a_reader_keeps_nothing_and_is_led_to_sign_in(bank):
    path = begin(Client(), bank)
    assert Client().post(path.replace("/1/", "/keep/")).status_code == 302
    assert Client().get(addresses.results())["Location"].startswith("/accounts/login/")


def test_keeping_needs_the_token_of_a_form(bank, signed_in):
    member = make_member()
    signed_in(member)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    path = begin(strict, bank)
    assert strict.post(path.replace("/1/", "/keep/")).status_code == 403


def test_a_frame_is_shown_where_the_setting_says(bank, settings):
    door = f"/embedded{addresses.quiz(bank.debate.slug)}"
    assert Client().get(door)["X-Frame-Options"] == "DENY"
    settings.COLLEGE_FRAMES = ["https://news.example"]
    cache.clear()
    client = Client()
    path = begin(client, bank, base="/embedded")
    assert path.startswith("/embedded/quizzes/")
    lost = f"/embedded/quizzes/{'x' * 22}/"
    for page in (client.get(path), client.post(path, {}), client.get(lost)):
        assert "frame-ancestors https://news.example;" in page["Content-Security-Policy"] + ";"
        assert "X-Frame-Options" not in page
    sent = client.post(path, {"given": "0"})
    assert starts.COOKIE not in sent.cookies
    assert 'class="framed"' in client.get(path).content.decode()
    own = client.get(path.removeprefix("/embedded"))
    assert own["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in own["Content-Security-Policy"]
    assert "news.example" in Client().get(addresses.quiz(bank.debate.slug)).content.decode()


def test_no_page_of_a_reader_sets_a_session_or_a_token(bank):
    client = Client()
    path = begin(client, bank)
    answer(client, path, given="0")
    client.get(path.replace("/1/", "/result/"))
    assert set(client.cookies) == {starts.COOKIE}


def test_feedback_costs_few_questions(bank, django_assert_max_num_queries):
    client = Client()
    path = begin(client, bank)
    with django_assert_max_num_queries(14):
        client.post(path, {"given": "0"})
    with django_assert_max_num_queries(12):
        client.get(path)


def test_options_stand_in_an_order_of_this_attempt(bank):
    orders = set()
    for _ in range(12):
        client = Client()
        page = client.get(begin(client, bank)).content.decode()
        orders.add(tuple(re.findall(r'name="given" value="(\d)"', page)))
    assert len(orders) > 1


@pytest.mark.parametrize("name", ["after", "declared"])
def test_a_nul_begins_nothing_that_was_before(bank, name):
    sent = Client().post(f"/quizzes/begin/{bank.debate.slug}/", {name: "\0"})
    assert sent.status_code in {302, 422}
