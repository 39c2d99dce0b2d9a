"""The pages of briefs, remarks, positions, invitations and moves: what readers and members see and do."""

import pytest
from django.core import mail

from college.debates.actions.claims import add_claim
from college.debates.actions.moves import propose_move, second_move
from college.debates.actions.positions import mark_position
from college.debates.models import Contribution, Invitation, Move, Position
from college.debates.queries import moves
from college.debates.rules.briefs import Rights
from college.debates.rules.kinds import ClaimForm
from college.people.models import Account
from tests.factories.briefs import ARTICLE, make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import add_pair, make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand():
    make_college()
    return make_debate()


@pytest.fixture
def brief(stand):
    return make_brief(stand, make_remark("r1"), make_remark("r2", "r1", pseudonym=""))


def _page(stand, brief):
    return f"/debates/{stand.debate.slug}/brief/{brief.public_id}/"


def _sign_in(client, member):
    """A session for a member made without an account."""
    member.account = Account.objects.create_user(f"{member.public_id}@example.org")
    member.save()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return member


def test_reader_sees_comments_and_no_passage_under_quotation_rights(client, stand, brief):
    body = client.get(_page(stand, brief)).content.decode()
    assert brief.remarks.first().text.words in body
    assert ARTICLE[0] not in body
    assert body.count("not shown.") == 1
    assert f"{len(ARTICLE)} passages are not shown." in body
    assert "unnamed" in body


def test_quoted_passage_is_shown_to_everybody(client, stand, brief):
    mark_position(stand.act(stand.proposer), brief, exact="Close it in winter", label="Close it")
    body = client.get(_page(stand, brief)).content.decode()
    assert ARTICLE[1] in body
    assert ARTICLE[0] not in body


def test_full_rights_show_the_article(client, stand):
    body = client.get(_page(stand, make_brief(stand, rights=Rights.FULL))).content.decode()
    assert all(words in body for words in ARTICLE)


def test_member_sees_the_article_and_the_ways_to_quote(client, stand, brief):
    _sign_in(client, stand.holders[0])
    body = client.get(_page(stand, brief)).content.decode()
    passage = brief.passages.first()
    assert ARTICLE[0] in body
    assert f"/quote/{passage.public_id}/?quote={passage.public_id},0,{len(ARTICLE[0])}" in body
    assert body.count("Use these words") == len(ARTICLE) + brief.remarks.count()


def test_of_a_long_comment_nothing_is_chosen_before_its_reader_does(client, stand):
    words = "The ferry leaves at nine. " * 40 + "Nobody is on it."
    brief = make_brief(stand, make_remark("long", words=words))
    _sign_in(client, stand.holders[0])
    remark = brief.remarks.get()
    path = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    assert f'href="{path}"' in client.get(_page(stand, brief)).content.decode()
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


def test_long_comment_sections_are_split_by_path(client, stand):
    brief = make_brief(stand, *(make_remark(f"k{n}") for n in range(101)))
    first, second = client.get(_page(stand, brief)), client.get(f"{_page(stand, brief)}page/2/")
    assert f'href="{_page(stand, brief)}page/2/"' in first.content.decode()
    assert "since k100 was" in second.content.decode()
    assert client.get(f"{_page(stand, brief)}page/3/").status_code == 404


def test_words_are_escaped(client, stand):
    nasty = make_remark("r1", pseudonym="<b>Heron</b>", words="<script>alert(1)</script> & more")
    brief = make_brief(stand, nasty)
    for path in (_page(stand, brief), _remark(stand, brief.remarks.get())):
        body = client.get(path).content.decode()
        assert "<script>alert" not in body
        assert "<b>Heron" not in body


def _remark(stand, remark):
    return f"/debates/{stand.debate.slug}/remarks/{remark.public_id}/"


def test_claim_is_made_of_exact_words_in_two_clicks(client, stand, brief):
    _sign_in(client, stand.holders[0])
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
    _sign_in(client, stand.holders[0])
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
    _sign_in(client, stand.holders[0])
    remark = brief.remarks.get(key="r1")
    address = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    answer = client.get(address, {"exact": "I have never crossed"})
    assert answer.status_code == 422
    assert "I have never crossed" in answer.content.decode()


def test_trimmed_words_lead_to_their_place(client, stand, brief):
    _sign_in(client, stand.holders[0])
    remark = brief.remarks.get(key="r1")
    address = f"/debates/{stand.debate.slug}/quote/{remark.public_id}/"
    answer = client.get(address, {"exact": "have   crossed"})
    assert answer.url == f"{address}?quote={remark.public_id},2,14"


def test_position_is_marked_listed_and_assigned(client, stand, brief):
    _sign_in(client, stand.holders[0])
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


def test_guest_reads_an_invitation_and_goes_on_to_join(client, stand):
    member = _sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    invitation = Invitation.objects.get(by=member)
    client.logout()
    page = client.get(f"/i/{invitation.code}/")
    assert letter in page.content.decode()
    assert "noindex" in page.content.decode()
    onward = client.post(f"/i/{invitation.code}/")
    assert onward.url == f"/join/?next=/debates/{stand.debate.slug}/take-part/"
    invitation.refresh_from_db()
    assert invitation.used == 1


def test_ended_invitation_says_so(client, stand):
    _sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    invitation = Invitation.objects.get()
    page = f"/debates/{stand.debate.slug}/invitations/{invitation.public_id}/"
    client.post(f"{page}end/")
    client.logout()
    body = client.get(f"/i/{invitation.code}/").content.decode()
    assert "This invitation has ended" in body
    assert letter not in body


def test_unknown_code_is_a_calm_page(client, stand):
    assert client.get("/i/0000000000/").status_code == 404


def test_letter_is_shown_to_its_writer_alone(client, stand):
    _sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    page = f"/debates/{stand.debate.slug}/invitations/{Invitation.objects.get().public_id}/"
    assert client.get(page).status_code == 200
    _sign_in(client, stand.holders[1])
    assert client.get(page).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_comment_is_withdrawn_without_an_account(client, stand):
    own = make_remark("r1", address="heron@quay.example")
    remark = make_brief(stand, own).remarks.get()
    sent = {"reason": "I wrote it that evening myself.", "address": "heron@quay.example"}
    answer = client.post(f"{_remark(stand, remark)}withdraw/", sent)
    code = mail.outbox[-1].body.split("this code there: ")[1].split()[0]
    assert code not in client.get(answer.url).content.decode()
    client.post(answer.url, {"code": code})
    body = client.get(_remark(stand, remark)).content.decode()
    assert "The author has withdrawn this text." in body
    assert "Heron" not in body


def test_wrong_address_keeps_what_was_typed(client, stand, brief):
    page = f"{_remark(stand, brief.remarks.get(key='r1'))}withdraw/"
    answer = client.post(page, {"reason": "I wrote it that evening myself.", "address": "heron"})
    assert answer.status_code == 422
    assert "I wrote it that evening myself." in answer.content.decode()


def test_member_claims_a_comment(client, stand, brief):
    member = _sign_in(client, make_member("Heron of the quay"))
    remark = brief.remarks.get(key="r1")
    client.post(f"{_remark(stand, remark)}claim/", {"reason": "I wrote it that evening myself."})
    body = client.get(_remark(stand, remark)).content.decode()
    assert "Heron of the quay" in body
    assert remark.claims.get().member == member


def test_pair_proposes_and_seconds_a_move(client, stand):
    pair = add_pair(stand)
    base = f"/debates/{stand.debate.slug}/moderation/"
    claim = add_claim(
        stand.act(stand.holders[1]), stand.debate, form=ClaimForm.FACTUAL, text="Nobody crosses."
    )
    _sign_in(client, pair[0])
    assert "Claims without evidence" in client.get(base).content.decode()
    sent = {
        "contribution": f"/debates/{stand.debate.slug}/c/{claim.public_id}/",
        "reason": "This is about another ferry altogether.",
    }
    client.post(f"{base}propose/off-topic/", sent)
    move = Move.objects.get()
    _sign_in(client, pair[1])
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
    _sign_in(client, pair[0])
    sent = {"contribution": "nothing", "reason": "This is about another ferry altogether."}
    answer = client.post(f"/debates/{stand.debate.slug}/moderation/propose/off-topic/", sent)
    assert answer.status_code == 404
    assert sent["reason"] in answer.content.decode()
