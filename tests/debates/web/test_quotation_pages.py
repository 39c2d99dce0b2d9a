"""Words of an article or comment are chosen, quoted, and marked as a position."""

import pytest

from college.debates.actions.claims import add_claim
from college.debates.models import Contribution, Position
from college.debates.rules.kinds import ClaimForm
from tests.debates.web.standing import page_of, sign_in
from tests.factories.briefs import make_brief, make_remark

pytestmark = pytest.mark.django_db


def test_of_a_long_comment_nothing_is_chosen_before_its_reader_does(client, stand):
    words = "The ferry leaves at nine. " * 40 + "Nobody is on it."
    brief = make_brief(stand, make_remark("long", words=words))
    sign_in(client, stand.holders[0])
    remark = brief.remarks.get()
    path = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    assert f'href="{path}"' in client.get(page_of(stand, brief)).content.decode()
    body = client.get(path).content.decode()
    assert "at most 120 are quoted at once: so nothing is chosen yet" in body
    assert "/claim/?quote=" not in body
    too_long = client.get(path, {"exact": words})
    assert too_long.status_code == 422
    assert "Please choose fewer" in too_long.content.decode()
    chosen = client.get(path, {"exact": "Nobody is on it."}, follow=True).content.decode()
    assert "/claim/?quote=" in chosen
    assert (
        "/claim/?quote="
        not in client.get(f"{path}?quote={remark.public_id},0,900").content.decode()
    )


def test_claim_is_made_of_exact_words_in_two_clicks(client, stand, brief):
    sign_in(client, stand.holders[0])
    passage = brief.passages.first()
    quote = f"{passage.public_id},4,9"
    form = client.get(f"/debates/{stand.debate.slug}/claim/?quote={quote}")
    assert f'value="{quote}"' in form.content.decode()
    sent = {"text": "The ferry loses money.", "form": "factual", "quote": quote, "token": "t1"}
    client.post(f"/debates/{stand.debate.slug}/claim/", sent)
    quotation = Contribution.objects.get(kind="claim").quotations.get()
    assert passage.text.words[quotation.start : quotation.end] == "ferry"


def test_comment_becomes_a_challenge_of_a_claim(client, stand, brief):
    claim = add_claim(
        stand.act(stand.holders[1]), stand.debate, form=ClaimForm.FACTUAL, text="Nobody crosses."
    )
    sign_in(client, stand.holders[0])
    remark = brief.remarks.get(key="r1")
    page = client.get(f"/debates/{stand.debate.slug}/quote/{remark.public_id}/").content.decode()
    assert f"/c/{claim.public_id}/ask/?quote={remark.public_id}," in page
    sent = {
        "form": "counter-example",
        "text": "What about this person?",
        "quote": f"{remark.public_id},0,6",
        "token": "t2",
    }
    client.post(f"/debates/{stand.debate.slug}/c/{claim.public_id}/ask/", sent)
    assert Contribution.objects.get(kind="challenge").quotations.get().remark == remark


def test_words_that_do_not_stand_there_are_refused_and_kept(client, stand, brief):
    sign_in(client, stand.holders[0])
    remark = brief.remarks.get(key="r1")
    address = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    answer = client.get(address, {"exact": "I have never crossed"})
    assert answer.status_code == 422
    assert "I have never crossed" in answer.content.decode()


def test_trimmed_words_lead_to_their_place(client, stand, brief):
    sign_in(client, stand.holders[0])
    remark = brief.remarks.get(key="r1")
    address = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    answer = client.get(address, {"exact": "have   crossed"})
    assert answer.url == f"{address}?quote={remark.public_id},2,14"


def test_position_is_marked_listed_and_assigned(client, stand, brief):
    sign_in(client, stand.holders[0])
    base = f"/debates/{stand.debate.slug}"
    passage = brief.passages.get(order=1)
    sent = {"exact": "Close it in winter", "label": "Close it", "viewpoint": ""}
    client.post(f"{base}/quote/{passage.public_id}/position/", sent)
    position = Position.objects.get()
    page = client.get(f"{base}/positions/").content.decode()
    assert "Close it in winter" in page
    assert f"/invitations/new/?position={position.public_id}" in page
    viewpoint = stand.viewpoints[0].public_id
    client.post(f"{base}/positions/{position.public_id}/", {"viewpoint": viewpoint})
    position.refresh_from_db()
    assert position.viewpoint == stand.viewpoints[0]
