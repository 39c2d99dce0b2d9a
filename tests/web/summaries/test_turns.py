"""The pages of what a debate turns on, and of what opens it again."""

import pytest
from django.test import Client

from college.summaries.actions.cruxes import tell_mind
from college.summaries.models import Crux, Reopening
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.turning import QUOTATION, REASON, SOURCE, Turning, make_turning

pytestmark = pytest.mark.django_db


@pytest.fixture
def turning(settings) -> Turning:
    make_college()
    return make_turning()


def base(turning: Turning) -> str:
    return f"/debates/{turning.stand.debate.slug}/summary/"


SENT = {
    "form": "against",
    "quotation": QUOTATION,
    "title": SOURCE.title,
    "locator": SOURCE.locator,
    "reason": REASON,
}


def test_a_debate_without_cruxes_says_who_names_them(turning: Turning, client: Client) -> None:
    page = client.get(f"{base(turning)}turns/")
    assert "The editors of the summary name them" in page.content.decode()


def test_both_sides_stand_side_by_side_with_a_blank_where_nothing_is_said(
    turning: Turning, client: Client
) -> None:
    crux = turning.crux()
    tell_mind(turning.stand.act(turning.delegates[0]), crux, text="A count in summer.")
    html = client.get(f"{base(turning)}turns/").content.decode()
    assert "The ferry is full." in html
    assert html.count("What would change the mind of") == 2
    assert "A count in summer." in html
    assert "Its delegate has not said." in html
    assert "Bring new evidence on it" in html
    assert "Name a claim" not in html


def test_an_editor_names_a_claim_by_its_address(turning: Turning, signed_in) -> None:
    client = signed_in(turning.editor)
    assert "Name a claim" in client.get(f"{base(turning)}turns/").content.decode()
    first, second = (one.public_id for one in turning.stand.viewpoints)
    claim = f"/debates/{turning.stand.debate.slug}/c/{turning.claim.public_id}/"
    sent = {"claim": claim, "first": first, "second": second}
    assert client.get(f"{base(turning)}turns/name/").status_code == 200
    assert client.post(f"{base(turning)}turns/name/", sent).status_code == 302
    assert Crux.objects.get().claim == turning.claim
    again = client.post(f"{base(turning)}turns/name/", sent)
    assert again.status_code == 422
    assert "named between these two viewpoints already" in again.content.decode()
    crux = Crux.objects.get()
    assert client.post(f"{base(turning)}turns/{crux.public_id}/drop/").status_code == 302
    assert (
        client.post(f"{base(turning)}turns/name/", sent | {"claim": "nothing"}).status_code == 404
    )


def test_what_others_may_not_is_refused_calmly(turning: Turning, signed_in) -> None:
    crux = turning.crux()
    client = signed_in(make_member())
    for path in ("turns/name/", f"turns/{crux.public_id}/mind/"):
        page = client.get(f"{base(turning)}{path}")
        assert page.status_code == 403
    assert client.post(f"{base(turning)}turns/{crux.public_id}/drop/").status_code == 403
    assert client.get(f"{base(turning)}turns/none/mind/").status_code == 404


def test_a_delegate_says_what_would_change_their_mind(turning: Turning, signed_in) -> None:
    crux = turning.crux()
    client = signed_in(turning.delegates[1])
    address = f"{base(turning)}turns/{crux.public_id}/mind/"
    assert (
        "Say what would change your mind" in client.get(f"{base(turning)}turns/").content.decode()
    )
    long = client.post(address, {"text": "word " * 200})
    assert long.status_code == 422
    assert "at most 120" in long.content.decode()
    assert client.post(address, {"text": "A bridge."}).status_code == 302


def test_evidence_is_brought_objected_to_and_heard(
    turning: Turning, client: Client, signed_in
) -> None:
    crux = turning.crux()
    bringer = signed_in(turning.stand.holders[1])
    address = f"{base(turning)}turns/{crux.public_id}/reopen/"
    assert bringer.get(address).status_code == 200
    empty = bringer.post(address, SENT | {"title": ""})
    assert empty.status_code == 422
    sent = bringer.post(address, SENT)
    row = Reopening.objects.get()
    own = f"{base(turning)}reopenings/{row.public_id}/"
    assert sent.url == own
    html = client.get(own).content.decode()
    assert QUOTATION in html
    assert "Unless somebody objects" in html
    assert f"{own}object/" in html
    assert f"{own}object/" not in bringer.get(own).content.decode()
    other = signed_in(turning.stand.holders[0])
    assert other.get(f"{own}object/").status_code == 200
    assert other.post(f"{own}object/", {"reason": "It is about summer."}).status_code == 302
    html = client.get(own).content.decode()
    assert "Somebody objected; a case decides." in html
    assert "It is about summer." in html
    assert other.post(f"{own}object/", {"reason": "Once more."}).status_code == 403
    assert other.post(f"{own}appeal/").status_code == 403
    assert "objected to" in client.get(f"{base(turning)}turns/").content.decode()


def test_crux_stands_where_one_of_its_viewpoints_was_merged_since(
    client: Client, turning: Turning
) -> None:
    crux = turning.crux()
    first, second = turning.stand.viewpoints[:2]
    second.merged_into = first
    second.save()
    assert crux.public_id in client.get(f"{base(turning)}turns/").content.decode()
