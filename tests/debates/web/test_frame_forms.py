"""Forms of the frame: what is sent is done, what is refused loses no word."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from college.debates.actions.viewpoints import reword_viewpoint
from college.debates.models import Debate, Holding, Moderator, Viewpoint
from college.debates.queries import holdings, questions
from college.debates.rules.stages import Stage
from tests.debates.web.browsers import signed_in
from tests.factories.colleges import make_college
from tests.factories.debates import STATEMENT, add_delegate, add_holder, make_debate
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db
MINE = "A bridge would carry everybody at any hour, and it costs less over thirty years."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_question_is_proposed_on_the_page():
    client = signed_in(make_member())
    sent = {"wording": "Should the mill be rebuilt?", "place": "The town", "period": ""}
    response = client.post("/questions/propose/", sent)
    assert response.status_code == 302
    debate = Debate.objects.get()
    assert response.url == f"/debates/{debate.slug}/"
    assert client.get(response.url).status_code == 200


def test_refused_question_is_shown_again_with_what_was_typed():
    sent = {"wording": "Rebuild the mill & the weir.", "place": "The lower town"}
    response = signed_in(make_member()).post("/questions/propose/", sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Rebuild the mill &amp; the weir." in page
    assert "The lower town" in page
    assert "question mark" in page
    assert not Debate.objects.exists()


def test_registered_question_is_proposed_by_a_button():
    stand = make_debate(Stage.REGISTERED)
    client = signed_in(make_member())
    path = f"/debates/{stand.debate.slug}/take-part/"
    assert "Propose it for debate" in client.get(path).content.decode()
    client.post(f"{path}propose/")
    assert Debate.objects.get().stage == Stage.PROPOSED


def test_member_declares_a_viewpoint_and_then_that_they_are_undecided():
    stand, member = make_debate(), make_member()
    client, path = signed_in(member), f"/debates/{stand.debate.slug}/take-part/hold/"
    client.post(path, {"viewpoint": stand.viewpoints[0].public_id})
    assert holdings.current(member, stand.debate).viewpoint == stand.viewpoints[0]
    client.post(path, {"viewpoint": "undecided"})
    assert holdings.current(member, stand.debate).viewpoint is None
    assert Holding.objects.filter(member=member).count() == 2


def test_viewpoint_is_proposed_on_the_page():
    stand = make_debate(Stage.FRAMING)
    path = f"/debates/{stand.debate.slug}/take-part/viewpoint/"
    sent = {"name": "Build a bridge", "statement": MINE}
    response = signed_in(make_member()).post(path, sent)
    viewpoint = Viewpoint.objects.get(letter="")
    assert urlsplit(response.url).path.endswith(f"/viewpoints/{viewpoint.public_id}/")


def test_second_writer_sees_both_wordings_and_can_send_again():
    stand = make_debate(Stage.FRAMING)
    viewpoint, holder = stand.viewpoints[0], stand.holders[0]
    client = signed_in(holder)
    path = f"/debates/{stand.debate.slug}/viewpoints/{viewpoint.public_id}/reword/"
    theirs = "The ferry has run for ninety winters, and every one of them proved it right again."
    reword_viewpoint(stand.act(holder), viewpoint, name="Theirs", statement=theirs, seen=1)
    sent = {"name": "Mine", "statement": MINE, "seen": "1"}
    response = client.post(path, sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert MINE in page
    assert "ninety" in page
    assert 'name="seen" value="2"' in page
    assert client.post(path, sent | {"seen": "2"}).status_code == 302
    assert viewpoint.wordings.count() == 3


def test_holder_offers_to_speak_and_takes_it_back():
    stand = make_debate()
    member = add_holder(stand, stand.viewpoints[0])
    client, base = signed_in(member), f"/debates/{stand.debate.slug}/"
    client.post(f"{base}viewpoints/{stand.viewpoints[0].public_id}/offer/")
    offer = member.delegacies.get()
    page = client.get(f"{base}take-part/").content.decode()
    assert "Take the offer back" in page
    client.post(f"{base}delegates/{offer.public_id}/step-down/")
    offer.refresh_from_db()
    assert offer.ended_at is not None


def test_holder_objects_to_an_offer_with_a_reason():
    stand = make_debate()
    add_delegate(stand, stand.viewpoints[0])
    viewpoint = stand.viewpoints[0]
    offer = viewpoint.delegates.get()
    path = f"/debates/{stand.debate.slug}/delegates/{offer.public_id}/object/"
    client = signed_in(stand.holders[0])
    assert client.post(path, {"reason": "No."}).status_code == 422
    reason = "They told me that they would rather see the ferry sunk."
    assert client.post(path, {"reason": reason}).status_code == 302
    page = client.get(f"/debates/{stand.debate.slug}/").content.decode()
    assert "heard by the committees" in page
    assert reason in page


def test_moderators_seat_is_taken_and_left():
    stand = make_debate()
    member = add_holder(stand, stand.viewpoints[0])
    client, path = signed_in(member), f"/debates/{stand.debate.slug}/take-part/seat/"
    client.post(path)
    assert Moderator.objects.get(ended_at=None).member == member
    client.post(f"{path}leave/")
    assert not Moderator.objects.filter(ended_at=None).exists()


def test_drafts_are_handed_in_and_shown_side_by_side(client):
    stand = make_debate(Stage.FRAMING)
    base = f"/debates/{stand.debate.slug}/"
    for holder, wording in zip(stand.holders, ("By what means?", "In what form?"), strict=True):
        sent = {"wording": f"How do people cross, {wording}", "viewpoints": "Ferry\nBridge\n"}
        assert signed_in(holder).post(f"{base}take-part/draft/", sent).status_code == 302
    page = client.get(f"{base}frame/").content.decode()
    assert "By what means?" in page
    assert "In what form?" in page
    assert "<form" not in page


def test_steward_moves_the_closing_and_the_end_follows():
    # A page acts at the present moment: the dates of this debate are ahead of any.
    stand = make_debate(at=datetime(2126, 3, 1, 9, 30, tzinfo=UTC))
    path = f"/debates/{stand.debate.slug}/take-part/settings/dates/"
    closing = stand.debate.closing_at + timedelta(days=5)
    sent = {
        "closing_at": f"{closing:%Y-%m-%dT%H:%M}",
        "closed_at": f"{stand.debate.closed_at:%Y-%m-%dT%H:%M}",
        "reason": "Half of the holders are away for the harvest.",
    }
    assert signed_in(make_steward()).post(path, sent).status_code == 302
    stand.fresh()
    assert stand.debate.closing_at == closing
    assert stand.debate.closed_at == closing + timedelta(days=7)


def test_former_address_leads_to_the_present_one(client):
    stand = make_debate()
    old = stand.debate.slug
    path = f"/debates/{old}/take-part/settings/address/"
    signed_in(make_steward()).post(path, {"slug": "winter-ferry"})
    for page in ("", "wordings/", f"viewpoints/{stand.viewpoints[0].public_id}/"):
        response = client.get(f"/debates/{old}/{page}")
        assert response.status_code == 301
        assert response.url == f"/debates/winter-ferry/{page}"


def test_words_of_a_member_cannot_bring_markup_into_a_page(client):
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    name, statement = "<script>alert(1)</script>", f"{STATEMENT} <img src=x onerror=alert(1)>"
    sent = {"name": name, "statement": statement}
    signed_in(make_member()).post(f"/debates/{stand.debate.slug}/take-part/viewpoint/", sent)
    page = client.get(f"/debates/{stand.debate.slug}/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_empty_and_strange_forms_never_break():
    stand = make_debate(Stage.FRAMING)
    client, base = signed_in(stand.proposer), f"/debates/{stand.debate.slug}/take-part/"
    strange = "\x00\u202e" + "x" * 30_000
    for page in ("hold/", "viewpoint/", "turn/", "reword/"):
        for value in ("", strange):
            fields = ("wording", "place", "name", "statement", "reason", "viewpoint", "on", "seen")
            response = client.post(base + page, dict.fromkeys(fields, value))
            assert response.status_code == 422
    assert questions.asked(stand.debate.slug).number == 1
