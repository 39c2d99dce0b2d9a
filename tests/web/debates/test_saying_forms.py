"""The forms of the dialogue say beforehand what they need, and how much fits."""

import pytest

from tests.debates.actions.said import make_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(college):
    return make_room()


def shown(signed_in, room, address, **sent):
    browser = signed_in(room.one)
    here = f"/debates/{room.debate.slug}/{address}"
    return (browser.post(here, sent) if sent else browser.get(here)).content.decode()


def field(page: str, name: str) -> str:
    return page.split(f'for="id_{name}"')[1].split("</textarea>", maxsplit=1)[0]


def test_limit_needs_its_words_and_says_so(signed_in, room):
    claim = room.claim(room.two)
    assert "optional" not in field(shown(signed_in, room, f"c/{claim.public_id}/limit/"), "text")


def test_reason_is_needed_unless_one_is_taken_up(signed_in, room):
    claim, other = room.claim(room.two), room.claim(room.two, "The bridge is closed in winter.")
    here = f"c/{claim.public_id}/object/"
    assert "optional" not in field(shown(signed_in, room, here), "reason")
    page = shown(signed_in, room, f"{here}?reuse={other.public_id}")
    assert "unless you take one above" in field(page, "reason")


@pytest.mark.parametrize(("address", "name"), [("claim/", "text"), ("c/{}/why/", "reason")])
def test_length_of_a_claim_is_told_before_it_is_sent(signed_in, room, address, name):
    claim = room.claim(room.two)
    page = shown(signed_in, room, address.format(claim.public_id))
    assert "At most 300 characters." in field(page, name)


def test_claim_may_not_be_replaced_by_nothing(signed_in, room):
    claim = room.claim(room.one)
    page = shown(signed_in, room, f"c/{claim.public_id}/replace/")
    assert "optional" not in field(page, "text")
    assert "At most 300 characters." in field(page, "text")


def test_repeated_claim_is_refused_with_the_way_to_the_first_and_kept(signed_in, room):
    first = room.claim(room.one)
    sent = {"text": "The ferry runs daily.", "form": "factual", "token": "again"}
    page = shown(signed_in, room, "claim/", **sent)
    assert f'<a href="/debates/{room.debate.slug}/c/{first.public_id}/">' in page
    assert "The ferry runs daily." in field(page, "text")


def test_claims_alike_are_offered_once_and_without_what_is_objected_to(signed_in, room):
    target = room.claim(room.two, "The ferry loses money in winter.")
    room.claim(room.two, "In winter the ferry is full of money.")
    room.claim(room.two, "The ferry is blue.")
    typed = {"look": "1", "reason": "A ferry in winter needs money"}
    page = shown(signed_in, room, f"c/{target.public_id}/object/", **typed)
    form = page.split('<form method="post" class="sheet"')[1]
    assert form.count("is full of money") == 1
    assert "loses money" not in form
    assert "is blue" not in form
