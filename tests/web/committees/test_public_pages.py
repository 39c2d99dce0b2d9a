"""What everybody reads of the committees: areas, rosters, cases, draws, what the College withstands."""

import json
import re

import pytest
from django.test import Client

from college.committees.actions import stewards
from college.committees.actions.cases import appeal
from college.committees.models import Case, Place
from college.committees.queries import epochs
from college.committees.rules.areas import Area
from college.committees.rules.tally import Choice
from college.people.actions.offices import begin_term
from college.people.models import Account
from college.people.rules.standing import Office
from college.web.public_cache import is_published
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import (
    draw_epoch,
    make_case,
    make_roster,
    seats_called,
    vote,
    vote_all,
)
from tests.factories.people import act_by, make_member
from tests.journeys.crawling import signed_in

pytestmark = pytest.mark.django_db
GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")


@pytest.fixture(autouse=True)
def college():
    make_college()


@pytest.fixture
def roster():
    return make_roster()


def words(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    text = re.sub(r"<(svg|head|script).*?</\1>", "", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def sitting(**wishes) -> Case:
    """A case whose first seats are called."""
    case = make_case(**wishes)
    draw_epoch(epochs.taking())
    return Case.objects.get(pk=case.pk)


def decided(votes=GRANT, **wishes) -> Case:
    case = sitting(**wishes)
    vote_all(case, votes)
    return Case.objects.get(pk=case.pk)


def path(case: Case) -> str:
    return f"/committees/cases/{case.public_id}/"


def test_every_area_is_listed_with_what_it_decides(roster):
    text = words("/committees/")
    for area in Area:
        assert f"/committees/areas/{area.value}/" in Client().get("/committees/").content.decode()
    assert "Decided redundantly, size “standard”" in text
    assert "Not switched on: it begins when it is first needed." in text
    assert "82 people, each under a pseudonym" in text


def test_without_a_roster_redundancy_is_not_met_and_the_stewards_are_named():
    begin_term(make_act("steward"), make_member("Ada Steward"), office=Office.STEWARD)
    text = words("/committees/")
    assert "Redundancy not met" in text
    assert "Nobody serves yet" in text
    assert "Ada Steward" in text


def test_pages_are_published(roster):
    case = decided()
    pages = ["/committees/", "/committees/areas/conduct/", "/committees/rosters/1/"]
    pages += ["/committees/strength/", path(case), f"{path(case)}draw/1/"]
    for address in pages:
        assert is_published(Client().get(address)), address


def test_what_is_not_there_is_not_found(roster):
    case = sitting()
    absent = ["/committees/areas/weather/", "/committees/rosters/9/", "/committees/cases/nothing/"]
    absent += [f"{path(case)}draw/1/", f"{path(case)}draw/99999999999/"]
    absent += ["/committees/areas/conduct/page/7/", f"/committees/rosters/{10**30}/"]
    for address in absent:
        assert Client().get(address).status_code == 404, address


def test_a_roster_tells_pseudonyms_and_no_member(roster):
    html = Client().get("/committees/rosters/1/").content.decode()
    shown = re.findall(r"/record/about/([0-9a-z]{13})/\"><code>", html)
    digest = roster.announcement_id
    assert f'href="/log/texts/{digest[:2]}/{digest}.json"' in html
    places = Place.objects.filter(roster=roster)
    assert shown == sorted(places.values_list("public_id", flat=True))
    for place in places.select_related("member"):
        assert place.member.public_id not in html
        assert place.member.public_name not in html


def test_while_a_case_is_open_only_counts_are_told(roster):
    case = sitting()
    seats = list(seats_called(case))
    vote(seats[0], *GRANT[:1], ground="insult", reason="Quite a secret reason.")
    html = Client().get(path(case)).content.decode()
    assert "1 ballot is sealed so far" in html
    assert "secret reason" not in html
    for place in Place.objects.values_list("public_id", flat=True):
        assert place not in html


def test_a_restricted_text_tells_its_whole_story(roster):
    case = decided()
    html = Client().get(path(case)).content.decode()
    text = words(path(case))
    assert "Restricted: " in text
    assert text.index("It was asked") < text.index("announced, sealed")
    assert text.index("announced, sealed") < text.index("the seats were drawn")
    assert text.index("the seats were drawn") < text.index("Panel A ruled")
    assert text.index("Panel A ruled") < text.index("Verdict: Restricted")
    # The words that gave way stand behind a click, not before the eye.
    assert re.search(r'<details class="behind">.*You are a fool', html, re.S)
    assert html.count('class="said"') == 6
    assert text.count("2 seats were not called") == 2


def test_a_kept_text_is_shown_and_so_is_each_dissent(roster):
    case = sitting()
    first, *others = list(seats_called(case))
    vote(first, Choice.GRANT, ground="insult", reason="I take it to be one.")
    for seat in others:
        vote(seat, Choice.KEEP, reason="It is none.")
    vote_all(case, KEEP)
    html = Client().get(path(case)).content.decode()
    assert "Kept: the text stays" in html
    assert "I take it to be one." in html
    assert html.count(">dissent<") == 1
    assert '<details class="behind">' not in html


def test_where_panels_differ_both_rulings_stand_beside_the_review(roster):
    case = decided([GRANT, KEEP])
    assert not case.verdict
    waiting = words(path(case))
    assert "The review: the seats are drawn, when the seed is known" in waiting
    draw_epoch(epochs.taking())
    vote_all(Case.objects.get(pk=case.pk), KEEP)
    text = words(path(case))
    assert "Panel A ruled" in text
    assert "Panel B ruled" in text
    assert "The review ruled" in text
    assert Client().get(f"{path(case)}draw/2/").status_code == 200


def test_an_appeal_is_part_of_the_story(roster):
    case = decided()
    appeal(make_act(at=case.verdict_at), case)
    assert "A second look was asked for" in words(path(case))


def test_excused_people_are_called_parties_and_nothing_else(roster):
    places = Place.objects.filter(roster=roster)
    one, two = places.values_list("member__public_id", flat=True)[:2]
    text = words(path(decided(parties=[one, two])))
    assert "2 were excused as parties" in text
    for said in ("reported", "replied"):
        assert f"excused because they {said}" not in text


def test_a_draw_holds_what_it_takes_to_be_made_again(roster):
    sides = ["v" * 13, "w" * 13]
    case = decided(own_side=sides[0], viewpoints=sides)
    assert Client().get(f"{path(case)}draw/").url == f"{path(case)}draw/1/"
    html = html_of(f"{path(case)}draw/1/")
    data = json.loads(
        re.search(r'<script id="draw" type="application/json">(.*?)</script>', html)[1]
    )
    assert data["seed"] == case.draws.get().epoch.seed
    assert len(data["announcement"]["pool"]) == html.count("data-place=")
    assert [len(panel) for panel in data["seats"]] == [5, 5]
    assert "college-verify" in html
    assert "In each panel the first 2 seats are for the author’s own side" in words(
        f"{path(case)}draw/1/"
    )


def test_an_area_lists_its_cases_newest_first_and_page_by_page(roster, monkeypatch):
    monkeypatch.setattr("college.web.committees.areas.PER_PAGE", 2)
    monkeypatch.setattr("college.committees.queries.areas.PER_PAGE", 2)
    cases = [make_case().public_id for _ in range(3)]
    found = re.findall(
        r'<a href="/committees/cases/([0-9a-z]{13})/"', html_of("/committees/areas/conduct/")
    )
    assert found == [cases[2], cases[1]]
    first = html_of("/committees/areas/conduct/page/0/")
    assert cases[0] in first
    assert cases[1] in first
    assert "/committees/areas/conduct/page/1/" in first
    assert cases[2] in html_of("/committees/areas/conduct/page/1/")


def html_of(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_stewards_vote_on_the_page_in_the_open_and_provisionally():
    chosen = [make_member(name) for name in ("Ada Steward", "Bo Steward")]
    for member in chosen:
        begin_term(make_act("steward"), member, office=Office.STEWARD)
    case = make_case()
    assert "Your vote, as a steward" not in html_of(path(case))
    chosen[0].account = Account.objects.create_user("ada@example.org")
    chosen[0].save()
    client = signed_in(chosen[0])
    page = client.get(path(case)).content.decode()
    assert "Your vote, as a steward" in page
    assert "Redundancy not met" in page
    refused = client.post(f"{path(case)}vote/", {"decision": "grant insult", "reason": "  "})
    assert refused.status_code == 422
    stewards.vote_as_steward(
        act_by(chosen[1], MOMENT), case, choice=Choice.GRANT, ground="insult", reason="It is one."
    )
    assert "Bo Steward, a steward, voted in the open" in words(path(case))


def test_what_it_withstands_is_reckoned_for_those_who_serve_and_void_without_identity(roster):
    text = words("/committees/strength/")
    assert "82 people can be drawn" in text
    assert "is assumed" in text
    assert "every figure of strength is void here" in text
    assert text.count("This College, 4 viewpoints") >= 2
    assert "One moderator" in text
