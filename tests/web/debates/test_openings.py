"""What happens now: each stage says what can be done, from when the rest, and offers nothing it refuses."""

import pytest
from django.test import Client

from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.objections import object_to_question
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.permissions import allows
from college.debates.rules import openings
from college.debates.rules.openings import Opening
from college.debates.rules.stages import Stage
from college.web.templatetags.college_words import moment
from tests.debates.web.browsers import signed_in
from tests.factories.colleges import make_college
from tests.factories.debates import STATEMENT, add_pair, make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def read(client: Client, debate, page: str = "") -> str:
    return client.get(f"/debates/{debate.slug}/{page}").content.decode()


def test_proposed_debate_says_when_it_is_admitted_and_from_when_the_rest_is_open(client) -> None:
    debate = make_debate(Stage.PROPOSED).debate
    page = read(client, debate)
    assert f"It is admitted on {moment(debate.admit_at)}, unless somebody objects" in page
    assert f"Viewpoints can be proposed and held from {moment(debate.admit_at)}" in page
    assert "can be added from" in page
    assert "take-part/object/" in page
    assert f"/import/?debate={debate.slug}" in page
    assert "take-part/viewpoint/" not in page


def test_question_that_somebody_objected_to_promises_no_date(client) -> None:
    stand = make_debate(Stage.PROPOSED)
    object_to_question(stand.act(make_member()), stand.debate, reason="Two questions in one.")
    page = read(client, stand.debate)
    assert "the committees decide" in page
    assert "It is admitted on" not in page
    assert "can be proposed and held from" not in page


def test_framing_keeps_both_ways_open_beside_a_viewpoint_in_its_notice(client) -> None:
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    assert "Propose a viewpoint" in read(client, stand.debate)
    propose_viewpoint(stand.act(make_member()), stand.debate, name="Keep it", statement=STATEMENT)
    page = read(client, stand.debate)
    assert "Propose another viewpoint" in page
    assert "take-part/hold/" in page
    assert f"Viewpoints are gathered until {moment(stand.debate.open_at)}" in page


@pytest.mark.parametrize("stage", [Stage.CLOSING, Stage.CLOSED])
def test_late_stages_offer_no_new_words(client, stage) -> None:
    page = read(client, make_debate(stage).debate)
    assert "/say/" not in page
    assert "take-part/viewpoint/" not in page


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.OPEN])
@pytest.mark.parametrize("path", ["claim/", "say/"])
def test_form_for_words_is_not_shown_at_a_stage_that_refuses_them(stage, path) -> None:
    debate = make_debate(stage).debate
    page = read(signed_in(make_member()), debate, path)
    assert "<textarea" not in page
    assert "say/why/" not in page
    assert "What can be done in this debate now" in page
    assert ("Here that begins on" in page) == (stage in {Stage.PROPOSED, Stage.FRAMING})


@pytest.mark.parametrize("way", ["why", "object", "ask", "source"])
def test_ways_about_a_text_are_shut_while_the_debate_is_closing(way) -> None:
    stand = make_debate()
    claim = add_claim(stand.act(stand.holders[0]), stand.debate, form="value", text="It is fair.")
    client = signed_in(make_member())
    here = f"c/{claim.public_id}/{way}/"
    assert "<textarea" in read(client, stand.debate, here)
    stand.wait(days=28)
    assert stand.debate.stage == Stage.CLOSING
    assert "No longer at this stage" in read(client, stand.debate, here)


def test_viewpoint_form_says_from_when_and_opens_with_the_framing() -> None:
    client = signed_in(make_member())
    early = make_debate(Stage.PROPOSED).debate
    page = client.get(f"/debates/{early.slug}/take-part/viewpoint/")
    assert page.status_code == 403
    assert str(moment(early.admit_at)) in page.content.decode()
    framing = make_debate(Stage.FRAMING, wording="Should the quay be lit at night?").debate
    assert "<textarea" in read(client, framing, "take-part/viewpoint/")


def test_jumps_say_how_many_questions_wait(client) -> None:
    stand = make_debate()
    one, two = stand.holders
    claim = add_claim(stand.act(one), stand.debate, form="value", text="It is fair.")
    assert "No question waits" in read(client, stand.debate)
    challenge(stand.act(two, minutes=1), claim, form="unclear", text="To whom?")
    page = read(client, stand.debate)
    assert "1 question waits for an answer" in page
    assert page.index('href="#challenges"') < page.index('id="claims"')


def test_moderation_says_who_can_take_a_seat_and_where(client) -> None:
    stand = make_debate()
    page = read(client, stand.debate, "moderation/")
    assert "Both seats are free." in page
    assert "the two must hold different viewpoints" in page
    assert "take-part/#seat" in page
    own = read(signed_in(make_member()), stand.debate, "take-part/")
    assert 'id="seat"' in own
    assert "Say first which viewpoint you hold." in own
    assert 'action="seat/"' in read(signed_in(stand.holders[0]), stand.debate, "take-part/")
    add_pair(stand)
    assert "take-part/#seat" not in read(client, stand.debate, "moderation/")


def test_links_of_a_viewpoint_are_those_that_apply() -> None:
    stand = make_debate(Stage.FRAMING)
    page = f"viewpoints/{stand.viewpoints[0].public_id}/"
    assert "reword/" in read(signed_in(stand.holders[0]), stand.debate, page)
    assert "reword/" not in read(signed_in(stand.holders[1]), stand.debate, page)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize(
    ("opening", "permission"),
    [
        (Opening.OBJECT, "may_object"),
        (Opening.TAKE_IN, "may_take_in"),
        (Opening.INVITE, "may_invite"),
        (Opening.HOLD, "may_hold"),
        (Opening.PROPOSE_VIEWPOINT, "may_propose_viewpoint"),
    ],
)
def test_openings_and_permissions_agree(opening: Opening, permission: str, stage: Stage) -> None:
    debate = make_debate(stage).debate
    assert openings.is_open(opening, stage) == allows(permission, make_member(), debate)
