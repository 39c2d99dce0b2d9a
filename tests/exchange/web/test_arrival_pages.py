"""Bringing an article on a page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from college.debates.models import Brief
from college.exchange.due import due
from college.exchange.models import Arrival
from college.exchange.rules.arrivals import State
from college.web.acts import now
from tests.exchange.actions.test_arrivals import PAGE, QUESTION
from tests.factories.colleges import make_college
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def member(client, settings, tmp_path):
    settings.HOME = tmp_path
    make_college()
    member = make_member(account=True)
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return member


def _send(client, text=PAGE, **given):
    file = SimpleUploadedFile("page.txt", text if isinstance(text, bytes) else text.encode())
    fields = {"file": file, "question": QUESTION, "rights": "quote", "format": "", "debate": ""}
    return client.post("/import/", fields | given)


def test_reader_is_sent_to_sign_in(client):
    make_college()
    assert client.get("/import/").url.startswith("/accounts/login/")


def test_table_comes_first_then_the_brief(client, member):
    answer = _send(client)
    body = client.get(answer.url).content.decode()
    assert "The ferry we cannot afford to lose" in body
    assert not Brief.objects.exists()
    given = {"question": QUESTION, "rights": "full", "debate": ""}
    answer = client.post(f"{answer.url}take/", given)
    arrival = Arrival.objects.get()
    assert arrival.state == State.DONE
    body = client.get(answer.url).content.decode()
    assert f"/brief/{arrival.brief}/" in body


def test_refused_question_is_kept_beside_the_table(client, member):
    page = _send(client).url
    answer = client.post(f"{page}take/", {"question": "Why so?", "rights": "full", "debate": ""})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Why so?" in body
    assert "The ferry we cannot afford to lose" in body
    assert not Brief.objects.exists()


def test_unusable_file_is_said_beside_what_was_typed(client, member):
    answer = _send(client, b"PK\x03\x04zip", source="https://paper.example/ferry")
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "This is a packed file (zip). Please unpack it first." in body
    assert QUESTION in body
    assert "https://paper.example/ferry" in body
    assert "Your file is here" not in body
    assert Arrival.objects.get().state == State.REFUSED


def test_address_of_the_article_is_linked_from_the_brief(client, member):
    answer = _send(client, source="https://paper.example/ferry")
    assert "https://paper.example/ferry" in client.get(answer.url).content.decode()
    given = {"question": QUESTION, "rights": "quote", "debate": "", "place": "Our town"}
    client.post(f"{answer.url}take/", given | {"source": "https://paper.example/the-ferry"})
    brief = Brief.objects.get()
    assert brief.source == "https://paper.example/the-ferry"
    assert brief.debate.wordings.get().place == "Our town"
    page = f"/debates/{brief.debate.slug}/brief/{brief.public_id}/"
    assert 'href="https://paper.example/the-ferry"' in client.get(page).content.decode()


@pytest.mark.parametrize("source", ["javascript:alert(1)", "paper.example/ferry", "https://a b/"])
def test_address_that_is_none_of_the_web_is_refused(client, member, source):
    answer = _send(client, source=source)
    assert answer.status_code == 422
    assert "begins with https://" in answer.content.decode()
    assert not Arrival.objects.exists()


def test_file_has_to_be_chosen_again_and_that_is_said(client, member):
    body = _send(client, question="").content.decode()
    assert "Please choose the file once more" in body


def test_leftovers_stand_before_the_button(client, member):
    page = PAGE.replace("2 comments", "3 comments")
    body = client.get(_send(client, page).url).content.decode()
    assert body.index("found no place: see which, and why") < body.index("Take it in</button>")


def test_empty_file_keeps_what_was_typed(client, member):
    answer = _send(client, b"")
    assert answer.status_code == 422
    assert QUESTION in answer.content.decode()


def test_neither_debate_nor_question_keeps_the_form(client, member):
    answer = _send(client, question="")
    assert answer.status_code == 422
    assert not Arrival.objects.exists()


def test_large_file_waits_for_the_clock_and_shows_its_progress(client, member):
    body = client.get(_send(client, PAGE + "\n" * 1_000_001).url).content.decode()
    assert Arrival.objects.get().state == State.WAITING
    assert 'http-equiv="refresh"' in body
    assert "<progress" in body


def test_what_was_typed_comes_back_after_the_clock_refused_the_file(client, member):
    page = _send(client, b"PK\x03\x04zip" + bytes(1_000_001), place="Our town").url
    due(now())
    assert Arrival.objects.get().state == State.REFUSED
    again = f"/import/?again={Arrival.objects.get().public_id}"
    body = client.get(page).content.decode()
    assert f'href="{again}"' in body
    assert "What you typed beside it is kept for two days." in body
    form = client.get(again).content.decode()
    assert QUESTION in form
    assert "Our town" in form
    other = make_member(account=True)
    client.force_login(other.account, backend="django.contrib.auth.backends.ModelBackend")
    assert QUESTION not in client.get(again).content.decode()


class Unread:
    """A body that must not be read."""

    def read(self, *_size):
        raise AssertionError("the body was read")

    readline = __iter__ = read


def test_of_a_stranger_nothing_is_read(client, settings):
    make_college()
    client.handler.enforce_csrf_checks = True
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    answer = client.post("/import/", {"question": QUESTION}, **{"wsgi.input": Unread()})
    assert answer.url == "/accounts/login/"


def test_too_long_a_request_is_refused_before_it_is_read(client, member):
    answer = client.post(
        "/import/", {"question": QUESTION}, headers={"content-length": str(60 * 1024 * 1024)}
    )
    assert answer.status_code == 422
    assert "at most 50.0 MB" in answer.content.decode()


def test_form_without_its_token_is_refused(member, client):
    client.handler.enforce_csrf_checks = True
    assert _send(client).status_code == 403


def test_file_of_another_member_is_not_there(client, member):
    page = _send(client).url
    other = make_member(account=True)
    client.force_login(other.account, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(page).status_code == 404
    assert client.post(f"{page}drop/").status_code == 404


def test_dropped_file_is_gone(client, member):
    page = _send(client).url
    client.post(f"{page}drop/")
    assert Arrival.objects.get().state == State.DROPPED
    assert "Nothing of it was taken in." in client.get(page).content.decode()
