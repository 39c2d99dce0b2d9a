"""What is said, as readers see it: the same bytes for all of them, however much there is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import NewClaim, add_claim
from college.debates.actions.definitions import add_definition
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution
from college.debates.queries import thread
from college.debates.rules.kinds import Kind
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, make_debate
from tests.factories.threads import make_thread

pytestmark = pytest.mark.django_db
PAGES = ["challenges/", "definitions/", "budget/", "say/", "from/10000000/"]


@pytest.fixture
def stand() -> Stand:
    make_college()
    return make_debate()


def fill(stand: Stand, length: int) -> list[Contribution]:
    authors = list(zip(stand.holders, stand.viewpoints, strict=True))
    return make_thread(stand.debate, authors, length=length, at=stand.at)


@pytest.mark.parametrize("page", PAGES)
def test_public_page_is_the_same_for_every_reader(client: Client, stand: Stand, page: str) -> None:
    rows = fill(stand, 10)
    add_definition(stand.act(stand.holders[0], days=1), stand.debate, term="Winter", text="Cold.")
    for address in (page, f"c/{rows[0].public_id}/", f"c/{rows[0].public_id}/r/1/"):
        first = client.get(f"/debates/{stand.debate.slug}/{address}")
        second = Client(headers={"user-agent": "another"}).get(first.request["PATH_INFO"])
        assert first.status_code == 200
        assert first.content == second.content
        assert not first.cookies
        assert b"csrfmiddlewaretoken" not in first.content


@pytest.mark.parametrize("page", ["", "challenges/", "definitions/", "budget/"])
def test_page_asks_as_much_of_three_as_of_one(client: Client, stand: Stand, page: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert (
                client.get(f"/debates/{stand.debate.slug}/{page}?n={len(rows)}").status_code == 200
            )
        return len(queries)

    rows = fill(stand, 5)
    add_definition(stand.act(stand.holders[0], days=1), stand.debate, term="Winter", text="Cold.")
    client.get("/debates/")  # whatever is read once in a process
    one = count()
    rows += fill_more(stand, 10)
    add_definition(stand.act(stand.holders[1], days=1), stand.debate, term="Winter", text="Ice.")
    add_definition(stand.act(stand.holders[1], days=1), stand.debate, term="Ferry", text="A boat.")
    assert count() == one


def fill_more(stand: Stand, count: int) -> list[Contribution]:
    made = []
    for n in range(count // 5):
        act = stand.act(stand.holders[0], days=1, minutes=n)
        claim = add_claim(act, stand.debate, form="value", text=f"Claim {n} of more.")
        argument = add_argument(
            act, stand.debate, form="opposes", premises=[NewClaim("value", "No.")], conclusion=claim
        )
        asked = challenge(
            stand.act(stand.holders[1], days=1, minutes=n), claim, form="term", text="What is it?"
        )
        made += [claim, argument, asked]
    return made


def test_reading_on_shows_every_contribution_once(client: Client, stand: Stand) -> None:
    rows = fill(stand, 120)
    address, seen = f"/debates/{stand.debate.slug}/from/0/", []
    address = f"/debates/{stand.debate.slug}/from/10000000/"
    while address:
        page = client.get(address).content.decode()
        seen += [row.public_id for row in rows if f'id="c-{row.public_id}"' in page]
        address = page.split('rel="next" href="')[1].split('"')[0] if 'rel="next"' in page else ""
    assert sorted(seen) == sorted(row.public_id for row in rows)


def test_lists_of_the_thread_are_well_nested(client: Client, stand: Stand) -> None:
    fill(stand, 60)
    page = client.get(f"/debates/{stand.debate.slug}/from/10000000/").content.decode()
    assert page.count('<ol class="thread">') == page.count("</li></ol>") > 3
    assert page.count('<li id="c-') == thread.PAGE


def test_contribution_shows_each_wording_and_what_changed(client: Client, stand: Stand) -> None:
    author = stand.holders[0]
    claim = add_claim(stand.act(author), stand.debate, form="factual", text="The fery runs.")
    revise(stand.act(author, hours=1), claim, text="The ferry runs.", expected=1)
    here = f"/debates/{stand.debate.slug}/c/{claim.public_id}/"
    assert "The ferry runs." in client.get(here).content.decode()
    first = client.get(f"{here}r/1/").content.decode()
    assert "The fery runs." in first
    assert "There is a newer wording." in first
    assert "<ins>" in client.get(f"{here}r/2/").content.decode()
    assert client.get(f"{here}r/3/").status_code == 404


def test_objection_shows_its_reasons_as_its_text(client: Client, stand: Stand) -> None:
    claim = add_claim(stand.act(stand.holders[0]), stand.debate, form="value", text="Close it.")
    argument = add_argument(
        stand.act(stand.holders[1]),
        stand.debate,
        form="opposes",
        premises=[NewClaim("value", "Nobody could cross.")],
        conclusion=claim,
    )
    page = client.get(f"/debates/{stand.debate.slug}/c/{argument.public_id}/").content.decode()
    assert "Nobody could cross." in page.split("contribution-main-page")[1].split("<section")[0]
    assert "Nobody could cross." in page.split("<title>")[1].split("</title>")[0]


def test_withdrawn_text_is_nowhere_to_be_read(client: Client, stand: Stand) -> None:
    author = stand.holders[0]
    claim = add_claim(stand.act(author), stand.debate, form="factual", text="Zanzibar is an isle.")
    challenge(stand.act(stand.holders[1], minutes=1), claim, form="unclear", text="So what?")
    withdraw(stand.act(author, hours=1), claim, reason="Off the point.")
    here = f"/debates/{stand.debate.slug}/"
    for address in ("", f"c/{claim.public_id}/", f"c/{claim.public_id}/r/1/", "search/?words=isle"):
        page = client.get(here + address)
        assert page.status_code == 200
        assert b"Zanzibar" not in page.content
    page = client.get(f"{here}c/{claim.public_id}/").content.decode()
    assert "withdrawn" in page
    assert "Off the point." in page
    assert "So what?" in page


def test_former_address_leads_to_the_present_one(client: Client, stand: Stand) -> None:
    claim = add_claim(stand.act(stand.holders[0]), stand.debate, form="factual", text="It runs.")
    old = stand.debate.slug
    stand.debate.former_slugs.create(slug=old)
    type(stand.debate).objects.filter(pk=stand.debate.pk).update(slug="the-ferry")
    answer = client.get(f"/debates/{old}/c/{claim.public_id}/")
    assert (answer.status_code, answer.url) == (301, f"/debates/the-ferry/c/{claim.public_id}/")


@pytest.mark.parametrize(
    "address",
    [
        "c/0000000000000/",
        "from/nonsense!/",
        "from/short/",
        "challenges/from/x/",
        "say/dance/",
        "c/x/why/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, stand: Stand, address: str) -> None:
    assert client.get(f"/debates/{stand.debate.slug}/{address}").status_code in {302, 404}


def test_state_of_a_challenge_is_said_in_words(client: Client, stand: Stand) -> None:
    rows = fill(stand, 5)
    Contribution.objects.filter(kind=Kind.CHALLENGE).update(due_at=stand.at + timedelta(days=1))
    page = client.get(f"/debates/{stand.debate.slug}/c/{rows[0].public_id}/").content.decode()
    assert "answer overdue" in page
