"""Join with a name, change it, leave; forms keep what was typed."""

import pytest
from django.core.cache import cache
from django.test import Client

from college.people.models import Account, Member
from tests.factories.people import make_member, make_steward

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def newcomer() -> Client:
    """A browser with an account and no membership."""
    client = Client()
    account = Account.objects.create_user("new@example.org")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_join_without_account_says_how(client):
    page = client.get("/join/?next=/debates/").content.decode()
    assert "/accounts/signup/?next=/debates/" in page


def test_join_makes_a_member_and_goes_on(newcomer):
    response = newcomer.post("/join/", {"public_name": "Ada", "next": "/debates/"})
    assert (response.status_code, response["Location"]) == (302, "/debates/")
    assert Member.objects.get().public_name == "Ada"


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_join_never_leads_off_the_site(newcomer, to):
    response = newcomer.post("/join/", {"public_name": "Ada", "next": to})
    assert response["Location"] == "/desk/"


def test_join_under_a_taken_name_keeps_what_was_typed(newcomer):
    make_member("José")
    response = newcomer.post("/join/", {"public_name": "Jose", "about": "Reads maps."})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Jose"' in page
    assert "Reads maps." in page
    assert "Another member has this name" in page


def test_double_submit_of_join_makes_one_member(newcomer):
    for _ in range(2):
        newcomer.post("/join/", {"public_name": "Ada"})
    assert Member.objects.count() == 1


def test_settings_are_saved(signed_in):
    member = make_member("Ada")
    client = signed_in(member)
    client.post("/settings/", {"public_name": "Augusta", "about": "Writes notes."})
    member.refresh_from_db()
    assert (member.public_name, member.about) == ("Augusta", "Writes notes.")


def test_leave_needs_the_word(signed_in):
    member = make_member("Ada")
    client = signed_in(member)
    client.post("/settings/leave/")
    member.refresh_from_db()
    assert member.standing == "admitted"
    client.post("/settings/leave/", {"sure": "yes"})
    member.refresh_from_db()
    assert member.standing == "resigned"
    assert not Account.objects.exists()


def test_who_left_before_the_code_is_told_of_the_way_in(client, mailoutbox):
    form = {"email": "ada@example.org"}
    client.post("/accounts/signup/", form)
    assert "That was very often" in Client().post("/accounts/signup/", form).content.decode()
    cache.clear()
    page = Client().post("/accounts/signup/", form, follow=True)
    assert "the mail has no code but the way to sign in" in page.content.decode()
    assert 'href="/accounts/login/"' in page.content.decode()
    assert mailoutbox[-1].subject == "This address has an account already"
    assert "/accounts/login/" in mailoutbox[-1].body


def test_who_signed_out_in_the_middle_of_a_form_finds_the_sign_in():
    page = Client(enforce_csrf_checks=True).post("/questions/propose/", {"wording": "Why?"})
    assert page.status_code == 403
    assert 'href="/accounts/login/?next=/questions/propose/"' in page.content.decode()


@pytest.mark.parametrize("path", ["/desk/", "/notices/", "/settings/"])
def test_private_pages_lead_strangers_to_the_sign_in(client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_member_page_shows_no_figure(client):
    member = make_member("Ada")
    page = client.get(f"/members/{member.public_id}/").content.decode()
    assert "Ada" in page
    assert "no count, no score, no rank" in page


def test_member_page_leads_stewards_to_a_suspension_and_nobody_else(client, signed_in):
    member = make_member()
    path = f"/members/{member.public_id}/"
    way = f'href="{path}sanction/"'
    steward = make_steward()
    assert way in signed_in(steward).get(path).content.decode()
    assert way not in client.get(path).content.decode()
    assert way not in signed_in(make_member()).get(path).content.decode()
    own = f"/members/{steward.public_id}/"
    assert "sanction/" not in signed_in(steward).get(own).content.decode()
