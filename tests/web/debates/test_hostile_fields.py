"""Numbers that are no numbers, and words without end: fields that a browser would never send."""

import pytest

from college.debates.models import Contribution
from tests.debates.actions.said import Room, make_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(college) -> Room:
    return make_room()


@pytest.mark.parametrize("before", ["²", "٣", "-1", "1e3", "9" * 400])
def test_search_reads_on_from_plain_numbers_only(client, room, before):
    room.claim(room.one)
    for path in ("/search/", f"/debates/{room.debate.slug}/search/"):
        assert client.get(path, {"words": "ferry", "before": before}).status_code == 200


@pytest.mark.parametrize("quote", ["7h2m9k4qx0c5t,²,³", "7h2m9k4qx0c5t,0," + "9" * 1500, ",,"])
def test_quote_that_is_none_is_left_out_or_refused(signed_in, room, quote):
    sent = {"text": "Nobody crosses.", "form": "factual", "quote": quote, "token": "t"}
    answer = signed_in(room.one).post(f"/debates/{room.debate.slug}/claim/", sent)
    assert answer.status_code in {302, 404, 422}
    assert not Contribution.objects.filter(quotations__isnull=False).exists()


def test_claims_offered_as_reasons_are_named_by_public_ids(signed_in, room):
    claim = room.claim(room.two)
    path = f"/debates/{room.debate.slug}/c/{claim.public_id}/why/"
    sent = {"reuse": ["a\x00b", claim.public_id, "x" * 900], "look": "yes", "reason": "a\x00b"}
    answer = signed_in(room.one).post(path, sent)
    assert answer.status_code == 200
