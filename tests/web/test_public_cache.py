"""Anonymous readers get kept pages: the same bytes, renewed by every act, never of a session."""

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client

from college.people.actions.membership import rename
from college.record.models import Entry
from college.web.public_cache import Kept, PublicCache
from tests.factories.people import act_by, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture(autouse=True)
def one_minute(monkeypatch, moment):
    """The minute is part of a kept page's name; a test must not straddle two."""
    monkeypatch.setattr("college.web.public_cache.now", lambda: moment)


def test_two_readers_get_the_same_bytes_and_no_cookie():
    first, second = Client().get("/help/"), Client().get("/help/")
    assert first.content == second.content
    assert first["ETag"] == second["ETag"]
    assert not first.cookies
    assert not second.cookies


def test_kept_page_costs_one_query(client, django_assert_num_queries):
    client.get("/help/")
    with django_assert_num_queries(1):
        client.get("/help/")


def test_compressed_page_has_the_length_of_its_own_bytes(client):
    plain = client.get("/help/")
    small = client.get("/help/", headers={"Accept-Encoding": "br"})
    assert small["Content-Encoding"] == "br"
    assert int(small["Content-Length"]) == len(small.content) < len(plain.content)
    assert brotli.decompress(small.content) == plain.content


def test_page_known_to_the_reader_is_not_sent_again(client):
    tag = client.get("/help/")["ETag"]
    again = client.get("/help/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_public_act_renews_the_page_at_once(client):
    member = make_member("Ada")
    path = f"/members/{member.public_id}/"
    client.get(path)
    rename(act_by(member), public_name="Augusta", about="")
    assert "Augusta" not in client.get(path).content.decode()
    before = Entry.objects.count()
    make_member()
    assert Entry.objects.count() == before + 1
    assert "Augusta" in client.get(path).content.decode()


def test_signed_in_reader_gets_a_page_of_their_own(client, signed_in):
    client.get("/help/")
    page = signed_in(make_member()).get("/help/").content.decode()
    assert "/desk/" in page
    assert "/desk/" not in client.get("/help/").content.decode()


def test_reader_with_a_message_to_see_gets_a_page_of_their_own(client):
    assert "ETag" in client.get("/help/")
    client.cookies["messages"] = "whatever it says"
    assert "ETag" not in client.get("/help/")


def test_missing_page_is_not_kept(client):
    member = make_member()
    assert client.get("/members/0000000000000/").status_code == 404
    member.public_id = "0000000000000"
    member.save(update_fields=["public_id"])
    assert client.get("/members/0000000000000/").status_code == 200


def test_page_that_two_readers_ask_for_at_once_is_counted_once(rf):
    """Counted twice, it would in time leave no room for any page, and then break all of them."""
    cache = PublicCache(lambda request: HttpResponse())
    kept = Kept(HttpResponse("A page."))
    for _reader in range(3):
        cache._keep(("/", "en", 1, None), kept)
    assert cache._bytes == kept.size == sum(one.size for one in cache._kept.values())
