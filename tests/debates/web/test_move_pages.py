"""Moves of the pair of moderators: proposed, seconded, and what they change on the page."""

import pytest

from college.debates.actions.claims import add_claim
from college.debates.actions.moves import propose_move, second_move
from college.debates.models import Move
from college.debates.queries import moves
from college.debates.rules.kinds import ClaimForm
from tests.debates.web.standing import sign_in
from tests.factories.debates import add_pair

pytestmark = pytest.mark.django_db


def test_pair_proposes_and_seconds_a_move(client, stand):
    pair = add_pair(stand)
    base = f"/debates/{stand.debate.slug}/moderation/"
    claim = add_claim(
        stand.act(stand.holders[1]), stand.debate, form=ClaimForm.FACTUAL, text="Nobody crosses."
    )
    sign_in(client, pair[0])
    assert "Claims without evidence" in client.get(base).content.decode()
    sent = {
        "contribution": f"/debates/{stand.debate.slug}/c/{claim.public_id}/",
        "reason": "This is about another ferry altogether.",
    }
    client.post(f"{base}propose/off-topic/", sent)
    move = Move.objects.get()
    sign_in(client, pair[1])
    assert "Second it" in client.get(base).content.decode()
    client.post(f"{base}{move.public_id}/second/")
    assert moves.off_topic(stand.debate) == {claim.pk}


def _in_force(stand, pair, **what):
    move = propose_move(
        stand.act(pair[0]), stand.debate, reason="So that it can be followed by others.", **what
    )
    return second_move(stand.act(pair[1]), move)


def test_off_topic_text_stands_at_the_end_and_is_not_hidden(client, stand):
    pair = add_pair(stand)
    form = {"form": ClaimForm.FACTUAL}
    first = add_claim(stand.act(stand.holders[0]), stand.debate, text="Gulls are white.", **form)
    add_claim(stand.act(stand.holders[1]), stand.debate, text="Ferries are slow.", **form)
    _in_force(stand, pair, kind="off-topic", contribution=first)
    body = client.get(f"/debates/{stand.debate.slug}/").content.decode()
    assert body.count("Gulls are white.") == 1
    assert body.index("Ferries are slow.") < body.index('id="off-topic"') < body.index("Gulls are")


def test_repeat_leads_to_the_text_that_is_kept(client, stand):
    pair = add_pair(stand)
    form = {"form": ClaimForm.FACTUAL}
    kept = add_claim(stand.act(stand.holders[0]), stand.debate, text="Ferries are slow.", **form)
    repeat = add_claim(stand.act(stand.holders[1]), stand.debate, text="A ferry is slow.", **form)
    _in_force(stand, pair, kind="group-repeats", contribution=repeat, onto=kept)
    page = client.get(f"/debates/{stand.debate.slug}/c/{repeat.public_id}/").content.decode()
    assert "Grouped by the moderators" in page
    assert f"/c/{kept.public_id}/" in page


def test_sub_question_stands_on_the_page_of_the_debate(client, stand):
    _in_force(stand, add_pair(stand), kind="next-question", question="Who would pay for the ferry?")
    body = client.get(f"/debates/{stand.debate.slug}/").content.decode()
    assert "Who would pay for the ferry?" in body


def test_moves_are_public_with_their_reasons_and_the_queue_is_the_pairs(client, stand):
    add_pair(stand)
    body = client.get(f"/debates/{stand.debate.slug}/moderation/").content.decode()
    assert "The moderators have made no move yet." in body
    assert "Claims without evidence" not in body


def test_move_without_its_text_keeps_the_reason(client, stand):
    pair = add_pair(stand)
    sign_in(client, pair[0])
    sent = {"contribution": "nothing", "reason": "This is about another ferry altogether."}
    answer = client.post(f"/debates/{stand.debate.slug}/moderation/propose/off-topic/", sent)
    assert answer.status_code == 404
    assert sent["reason"] in answer.content.decode()
