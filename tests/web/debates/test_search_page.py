"""The search page: what was found, debate by debate."""

import pytest
from django.test import Client

from college.debates.actions.claims import add_claim
from college.debates.rules.stages import Stage
from tests.factories.briefs import make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_search_is_in_the_navigation_of_every_page(client: Client) -> None:
    assert b'/search/">Search</a></li>' in client.get("/").content


def test_results_stand_under_their_debates_each_once(client: Client) -> None:
    one = make_debate(wording="Should the zeppelin be moored in winter?")
    add_claim(one.act(one.holders[0]), one.debate, form="value", text="The zeppelin is loved.")
    other = make_debate(Stage.PROPOSED, wording="Should the quay be lit at night?")
    make_brief(other, make_remark("r1", words="No zeppelin ever landed here.", pseudonym="Heron"))
    page = client.get("/search/?words=zeppelin").content.decode()
    assert page.count(f'<h2 dir="auto"><a href="/debates/{one.debate.slug}/">') == 1
    assert page.count(f'<h2 dir="auto"><a href="/debates/{other.debate.slug}/">') == 1
    assert page.count("The zeppelin is loved.") == 1
    assert "No zeppelin ever landed here." in page
    assert "Heron" in page
    assert f"/debates/{other.debate.slug}/remarks/" in page


def test_viewpoint_found_by_name_and_statement_stands_once(client: Client) -> None:
    stand = make_debate()
    page = client.get(f"/debates/{stand.debate.slug}/search/?words=car").content.decode()
    link = f'<a class="label" href="/debates/{stand.debate.slug}/viewpoints/'
    assert page.count(link) == len(stand.viewpoints)


def test_page_of_many_results_leads_to_the_older_ones(client: Client) -> None:
    stand = make_debate()
    for n in range(25):
        act = stand.act(stand.holders[0], hours=n)
        add_claim(act, stand.debate, form="value", text=f"Zeppelin number{n}.")
    first = client.get("/search/?words=zeppelin").content.decode()
    assert "number24" in first
    assert "number2." not in first
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "number2." in client.get(f"/search/{older}").content.decode()
