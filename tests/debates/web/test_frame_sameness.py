"""A public page is the same for every reader, and an address in a rule is the address of a page."""

import pytest
from django.test import Client
from django.urls import resolve

from college.debates.rules import addresses
from college.debates.rules.stages import Stage
from college.record.actions.texts import erase
from tests.debates.web.browsers import signed_in
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.mark.parametrize("page", ["", "wordings/", "frame/"])
def test_two_readers_get_the_same_bytes(page):
    stand = make_debate()
    path = f"/debates/{stand.debate.slug}/{page}"
    one = Client(HTTP_USER_AGENT="One", REMOTE_ADDR="192.0.2.1").get(path)
    other = Client(HTTP_USER_AGENT="Other", REMOTE_ADDR="192.0.2.2").get(path)
    assert one.content == other.content
    assert not one.cookies


def test_page_of_a_signed_in_member_is_not_kept_for_others(client):
    stand = make_debate()
    member = make_member("Somebody Very Particular")
    own = signed_in(member).get(f"/debates/{stand.debate.slug}/").content
    assert b"/accounts/logout/" in own
    assert b"/accounts/logout/" not in client.get(f"/debates/{stand.debate.slug}/").content


def test_addresses_of_the_rules_are_addresses_of_pages():
    stand = make_debate(Stage.FRAMING)
    slug, viewpoint = stand.debate.slug, stand.viewpoints[0].public_id
    assert resolve(addresses.debate(slug)).url_name == "debate"
    assert resolve(addresses.viewpoint(slug, viewpoint)).url_name == "viewpoint"
    assert resolve(addresses.frame(slug)).url_name == "frame"


def test_erased_statement_leaves_a_tombstone_in_its_column(client):
    stand = make_debate()
    wording = stand.viewpoints[0].wordings.get()
    words = wording.statement.words
    erase(make_act(), wording.statement, ground="law")
    for page in ("", f"viewpoints/{stand.viewpoints[0].public_id}/"):
        shown = client.get(f"/debates/{stand.debate.slug}/{page}").content.decode()
        assert "This text was erased" in shown
        assert shown.count(words) == (page == "")  # the other viewpoint says the same words
