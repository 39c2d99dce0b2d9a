"""Browse the record; an entry with its proof; its receipt; the log's files."""

import pytest

from college.clockwork.tick import tick
from college.record.actions.sequence import sequence
from college.record.models import Entry
from college_verify.__main__ import main as verify
from tests.factories.acts import MOMENT
from tests.factories.people import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


def _members(number: int) -> None:
    for _ in range(number):
        make_member()
    sequence(MOMENT)


def test_front_shows_the_checkpoint_and_what_waits(client):
    _members(2)
    make_member()
    page = client.get("/record/").content.decode()
    assert "1 entry waits for the next checkpoint." in page
    assert "Somebody became a member" in page
    assert "No outside witness has signed" in page


def test_front_costs_the_same_for_one_member_and_for_four(client, django_assert_max_num_queries):
    _members(1)
    client.get("/record/")
    with django_assert_max_num_queries(23) as few:
        client.get("/record/")
    _members(3)
    with django_assert_max_num_queries(23) as more:
        client.get("/record/")
    assert len(few) == len(more)


def test_pages_are_fixed_and_lead_on(client):
    _members(60)
    first = client.get("/record/page/0/").content.decode()
    assert "/record/entries/0/" in first
    assert "/record/entries/49/" in first
    assert "/record/page/1/" in first
    second = client.get("/record/page/1/").content.decode()
    assert "/record/entries/60/" in second
    assert "/record/page/0/" in second
    assert client.get("/record/page/2/").status_code == 404


def test_entry_shows_its_bytes_and_its_proof(client):
    _members(4)
    page = client.get("/record/entries/2/").content.decode()
    body = bytes(Entry.objects.get(position=2).body).decode()
    assert body.replace('"', "&quot;") in page
    assert "/record/entries/2/receipt/" in page


def test_entry_that_waits_has_no_page_yet(client):
    assert client.get("/record/entries/99/").status_code == 404
    assert client.get("/record/entries/99999999999999999999/").status_code == 404


def test_receipt_is_checked_by_the_verifier(client, tmp_path, settings):
    _members(4)
    file = tmp_path / "entry.tlog-proof"
    file.write_bytes(client.get("/record/entries/3/receipt/").content)
    vkey = (settings.KEYS / "log.vkey").read_text().strip()
    assert verify(["receipt", str(file), "--vkey", vkey]) == 0
    file.write_bytes(file.read_bytes().replace(b"index 3", b"index 2"))
    assert verify(["receipt", str(file), "--vkey", vkey]) == 1


def test_find_leads_to_entries_and_to_ids(client):
    member = make_member()
    assert client.get("/record/find/?what=7")["Location"] == "/record/entries/7/"
    found = client.get(f"/record/find/?what= {member.public_id.upper()} ")
    assert found["Location"] == f"/record/about/{member.public_id}/"
    assert client.get("/record/find/?what=<script>").status_code == 404


def test_about_lists_the_entries_of_a_thing(client):
    member = make_member()
    page = client.get(f"/record/about/{member.public_id}/").content.decode()
    assert "people.member.admitted" in page
    assert client.get("/record/about/0000000000000/").status_code == 404


def test_files_of_the_log_are_served_as_they_lie_there(client, settings):
    tick(MOMENT)
    checkpoint = client.get("/log/checkpoint")
    assert checkpoint.content == (settings.PUBLISHED / "log" / "checkpoint").read_bytes()
    assert checkpoint["Cache-Control"] == "no-store"
    assert checkpoint["Access-Control-Allow-Origin"] == "*"
    tile = client.get("/log/tile/0/000.p/1")
    assert "immutable" in tile["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["../keys/log.key", "..%2fkeys%2flog.key", "tile/../../keys", ".lock", "texts/../vkey"]
)
def test_nothing_else_is_served(client, name):
    tick(MOMENT)
    assert client.get(f"/log/{name}").status_code == 404
