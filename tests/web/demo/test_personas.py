"""One click signs in as a persona, in demo mode only."""

import pytest

from college.ground.act import Act
from college.people.actions.membership import admit
from college.people.models import Account
from tests.factories.acts import MOMENT
from tests.factories.debates import make_debate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def delegate():
    account = Account.objects.create_user("delegate@sample.example")
    act = Act(actor="import", at=MOMENT)
    return admit(act, account=account, public_name="Dana", persona="delegate")


def test_persona_is_signed_in_with_one_click(client, settings, delegate):
    settings.DEMO = True
    assert "Dana" in client.get("/demo/").content.decode()
    response = client.post("/demo/enter/", {"persona": "delegate"}, follow=True)
    assert response.redirect_chain == [("/desk/", 302)]
    assert "Dana" in response.content.decode()


def test_persona_says_which_debate_is_theirs(client, settings):
    settings.DEMO = True
    stand = make_debate()
    holder = stand.holders[0]
    holder.persona = "member"
    holder.save(update_fields=["persona"])
    page = client.get("/demo/").content.decode()
    assert "Takes part in this debate:" in page
    assert f'href="/debates/{stand.debate.slug}/"' in page


@pytest.mark.parametrize("persona", ["", "nobody", "steward", "Dana"])
def test_persona_that_is_none_is_not_found(client, settings, delegate, persona):
    settings.DEMO = True
    assert client.post("/demo/enter/", {"persona": persona}).status_code == 404


@pytest.mark.usefixtures("delegate")
def test_outside_a_demo_there_are_no_personas(client, settings):
    settings.DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/enter/", {"persona": "delegate"}).status_code == 404
    assert "_auth_user_id" not in client.session
