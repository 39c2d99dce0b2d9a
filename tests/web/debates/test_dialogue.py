"""The ways in, as somebody goes them who has never heard of a claim graph."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.models import Contribution, Link, Quotation
from college.people.models import Account, Member
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, make_debate

pytestmark = pytest.mark.django_db
SAID = "The ferry carried nine people a day last winter."


@pytest.fixture
def stand() -> Stand:
    make_college()
    return make_debate()


@pytest.fixture
def claim(stand: Stand) -> Contribution:
    return add_claim(stand.act(stand.holders[0]), stand.debate, form="factual", text=SAID)


def signed_in(member: Member) -> Client:
    member.account = Account.objects.create_user(f"{member.public_id}@example.org")
    member.save(update_fields=["account"])
    client = Client()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def token_of(page: bytes) -> str:
    found = re.search(rb'name="token" value="([^"]+)"', page)
    assert found
    return found[1].decode()


def test_a_reason_in_one_sentence_becomes_a_claim_and_an_argument(
    stand: Stand, claim: Contribution
) -> None:
    client = signed_in(stand.holders[0])
    address = f"/debates/{stand.debate.slug}/c/{claim.public_id}/why/"
    page = client.get(address)
    assert SAID in page.content.decode()
    sent = {"token": token_of(page.content), "reason": "Nine tickets were sold.", "form": "factual"}
    answer = client.post(address, sent)
    argument = Contribution.objects.get(kind="argument")
    assert answer.url == f"/debates/{stand.debate.slug}/c/{argument.public_id}/"
    assert argument.form == "supports"
    premise = Link.objects.get(source=argument, kind="premise").target
    assert (premise.kind, premise.author) == ("claim", stand.holders[0])
    assert "Nine tickets were sold." in client.get(answer.url).content.decode()


def test_a_form_sent_twice_adds_once(stand: Stand, claim: Contribution) -> None:
    client = signed_in(stand.holders[1])
    address = f"/debates/{stand.debate.slug}/c/{claim.public_id}/ask/"
    sent = {
        "token": token_of(client.get(address).content),
        "form": "unclear",
        "text": "A day, or a trip?",
    }
    first, second = client.post(address, sent), client.post(address, sent)
    assert first.url == second.url
    assert Contribution.objects.filter(kind="challenge").count() == 1


def test_a_contribution_writes_no_session(stand: Stand, claim: Contribution) -> None:
    client = signed_in(stand.holders[0])
    address = f"/debates/{stand.debate.slug}/claim/"
    before = Session.objects.get().session_data
    answer = client.post(address, {"text": "The gate was broken.", "form": "factual"})
    assert Session.objects.get().session_data == before
    assert "It is said." in client.get(answer.url).content.decode()


def test_an_objection_to_an_argument_bears_on_the_argument(
    stand: Stand, claim: Contribution
) -> None:
    client = signed_in(stand.holders[1])
    here = f"/debates/{stand.debate.slug}/c/"
    client.post(
        f"{here}{claim.public_id}/object/",
        {"stance": "opposes", "reason": "The gate was broken.", "form": "factual"},
    )
    first = Contribution.objects.get(kind="argument")
    client.post(
        f"{here}{first.public_id}/object/",
        {"stance": "opposes", "reason": "Tickets were counted, not gates.", "form": "factual"},
    )
    second = Contribution.objects.filter(kind="argument").latest("id")
    assert Link.objects.get(source=second, kind="conclusion").target == first


def test_what_is_typed_stays_when_it_is_refused(stand: Stand, claim: Contribution) -> None:
    client = signed_in(stand.holders[1])
    typed = "So many words that nobody could answer them in one breath. " * 9
    page = client.post(
        f"/debates/{stand.debate.slug}/c/{claim.public_id}/why/",
        {"reason": typed, "form": "value", "text": "Because <of> this."},
    )
    assert page.status_code == 422
    shown = page.content.decode()
    assert typed.strip() in shown
    assert "Because &lt;of&gt; this." in shown
    assert "at most 300 characters" in shown
    assert not Contribution.objects.filter(kind="argument").exists()


def test_looking_shows_what_is_alike_and_sends_nothing(stand: Stand, claim: Contribution) -> None:
    other = add_claim(
        stand.act(stand.holders[1], minutes=1),
        stand.debate,
        form="factual",
        text="Ferries stop in fog.",
    )
    client = signed_in(stand.holders[1])
    page = client.post(
        f"/debates/{stand.debate.slug}/c/{claim.public_id}/object/",
        {"stance": "opposes", "reason": "A ferry stops in fog", "form": "factual", "look": "1"},
    ).content.decode()
    assert other.public_id in page
    assert "A ferry stops in fog" in page
    assert not Contribution.objects.filter(kind="argument").exists()


def test_a_claim_that_is_there_already_is_taken_as_the_reason(
    stand: Stand, claim: Contribution
) -> None:
    other = add_claim(
        stand.act(stand.holders[1], minutes=1), stand.debate, form="factual", text="Fog stops it."
    )
    client = signed_in(stand.holders[1])
    client.post(
        f"/debates/{stand.debate.slug}/c/{claim.public_id}/object/",
        {"stance": "opposes", "reason": "", "form": "factual", "reuse": [other.public_id]},
    )
    argument = Contribution.objects.get(kind="argument")
    assert Link.objects.get(source=argument, kind="premise").target == other
    assert Contribution.objects.filter(kind="claim").count() == 2


def test_a_source_is_brought_with_its_exact_words(stand: Stand, claim: Contribution) -> None:
    client = signed_in(stand.holders[1])
    client.post(
        f"/debates/{stand.debate.slug}/c/{claim.public_id}/source/",
        {
            "quotation": "In January, 279 tickets.",
            "title": "Harbour accounts",
            "locator": "p. 4",
            "form": "for",
        },
    )
    evidence = Contribution.objects.get(kind="evidence")
    page = client.get(f"/debates/{stand.debate.slug}/c/{evidence.public_id}/").content.decode()
    assert "In January, 279 tickets." in page
    assert "Harbour accounts" in page


def test_an_answer_brings_its_source_and_points_to_what_was_said(
    stand: Stand, claim: Contribution
) -> None:
    put = challenge(
        stand.act(stand.holders[1], minutes=1), claim, form="source-needed", text="Says who?"
    )
    client = signed_in(stand.holders[0])
    here = f"/debates/{stand.debate.slug}/c/"
    page = client.post(
        f"{here}{put.public_id}/answer/",
        {
            "text": "The harbour does.",
            "points": f"https://college.example{here}{claim.public_id}/",
            "quotation": "279 tickets.",
            "title": "Harbour accounts",
            "locator": "p. 4",
        },
    )
    assert page.status_code == 302
    given = Contribution.objects.get(kind="answer")
    pointed = Link.objects.filter(source=given, kind="points-to").values_list("target__kind")
    assert sorted(kind for (kind,) in pointed) == ["claim", "evidence"]


def test_the_second_of_two_editors_sees_both_wordings(stand: Stand, claim: Contribution) -> None:
    client = signed_in(stand.holders[0])
    address = f"/debates/{stand.debate.slug}/c/{claim.public_id}/reword/"
    assert b'name="seen" value="1"' in client.get(address).content
    client.post(address, {"seen": "1", "text": "The ferry carried ten people a day last winter."})
    page = client.post(
        address, {"seen": "1", "text": "The ferry carried eleven people a day last winter."}
    )
    assert page.status_code == 409
    shown = page.content.decode()
    assert "eleven" in shown
    assert "ten" in shown
    assert 'name="seen" value="2"' in shown


def test_exact_words_of_the_brief_come_along(stand: Stand) -> None:
    client = signed_in(stand.holders[0])
    address = f"/debates/{stand.debate.slug}/claim/"
    page = client.get(f"{address}?quote=0123456789abc,3,9")
    assert b"0123456789abc,3,9" in page.content
    sent = {"text": "It runs.", "form": "factual", "quote": "0123456789abc,3,9"}
    assert client.post(address, sent).status_code == 404  # there is no such passage
    assert not Quotation.objects.exists()


def test_a_reader_is_asked_to_sign_in(client: Client, stand: Stand, claim: Contribution) -> None:
    answer = client.get(f"/debates/{stand.debate.slug}/c/{claim.public_id}/why/")
    assert answer.url.startswith("/accounts/login/?next=/debates/")


@pytest.mark.parametrize("way", ["why", "object", "ask", "source"])
def test_each_way_leads_from_the_debate_to_a_claim(
    client: Client, stand: Stand, claim: Contribution, way: str
) -> None:
    here = f"/debates/{stand.debate.slug}/say/"
    assert f"{here}{way}/" in client.get(here).content.decode()
    for words in ("", "?words=ferries+carrying"):
        page = client.get(f"{here}{way}/{words}").content.decode()
        assert f"/c/{claim.public_id}/{way}/" in page
