"""A summarised debate is read: its pages lead to the summary, and offer nothing that is over."""

import pytest

from college.debates.rules.stages import Stage
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture
def debate():
    make_college()
    return make_debate(Stage.SUMMARISED).debate


def test_front_page_and_list_lead_to_the_summary(client, debate):
    for path in ("/", "/debates/"):
        page = client.get(path).content.decode()
        assert f'href="/debates/{debate.slug}/summary/"' in page
        assert "In the register since" not in page


def test_debate_page_says_that_it_can_be_opened_again_and_takes_nothing_more(client, debate):
    page = client.get(f"/debates/{debate.slug}/").content.decode()
    assert "its summary is certified" in page
    assert f'href="/debates/{debate.slug}/summary/"' in page
    assert f'href="/debates/{debate.slug}/moderation/"' in page
    for over in ("take-part/", "take-part/hold/", "say/"):
        assert f'href="/debates/{debate.slug}/{over}"' not in page


def test_viewpoint_of_a_summarised_debate_is_not_offered_for_holding(client, debate):
    viewpoint = debate.viewpoints.first()
    page = client.get(f"/debates/{debate.slug}/viewpoints/{viewpoint.public_id}/").content.decode()
    assert "take-part/hold/" not in page
