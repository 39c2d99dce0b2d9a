"""Every page of the frame, at every stage, for a reader and for a member."""

import pytest

from college.debates.rules.stages import Stage
from tests.debates.web.browsers import signed_in
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_pair, make_debate
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db
PUBLIC = ["", "wordings/", "frame/"]
TAKE_PART = ["", "hold/", "viewpoint/", "turn/", "reword/", "object/", "draft/"]


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("page", PUBLIC)
def test_public_page_opens_at_every_stage_without_a_session(client, stage, page):
    stand = make_debate(stage)
    response = client.get(f"/debates/{stand.debate.slug}/{page}")
    assert response.status_code == 200
    assert not response.cookies
    assert "csrf" not in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/debates/", "/questions/"])
def test_lists_open_empty_and_full(client, path):
    assert client.get(path).status_code == 200
    make_debate(Stage.REGISTERED, wording="Should the library open on Sundays as well?")
    make_debate(Stage.OPEN)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("stage", list(Stage))
def test_member_can_open_what_the_stage_allows(stage):
    stand = make_debate(stage)
    client = signed_in(stand.proposer)
    for page in TAKE_PART:
        response = client.get(f"/debates/{stand.debate.slug}/take-part/{page}")
        assert response.status_code in {200, 403}
        assert "Traceback" not in response.content.decode()


def test_viewpoint_page_names_delegate_and_holders(client):
    stand = make_debate(Stage.FRAMING)
    delegate = add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=8)
    path = f"/debates/{stand.debate.slug}/viewpoints/{stand.viewpoints[0].public_id}/"
    page = client.get(path).content.decode()
    assert delegate.public_name in page
    assert stand.holders[0].public_name in page


def test_seated_pair_stands_on_the_page(client):
    stand = make_debate()
    pair = add_pair(stand)
    page = client.get(f"/debates/{stand.debate.slug}/").content.decode()
    assert all(member.public_name in page for member in pair)


def test_steward_sees_settings_and_others_do_not():
    stand = make_debate()
    path = f"/debates/{stand.debate.slug}/take-part/settings/"
    for part in ("", "dates/", "subject/", "address/"):
        assert signed_in(make_steward()).get(path + part).status_code == 200
        assert signed_in(make_member()).get(path + part).status_code == 403


def test_reader_is_sent_to_sign_in(client):
    stand = make_debate()
    path = f"/debates/{stand.debate.slug}/take-part/hold/"
    assert client.get(path).url == f"/accounts/login/?next={path}"
