"""Why something was refused, merged or split, and the one click of a second look."""

import pytest

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions.decisions import appeal_decision
from college.debates.actions.objections import object_to_viewpoint
from college.debates.actions.splits import ask_split
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.models import Split
from college.debates.queries.decisions import of_case
from college.web.acts import now
from tests.factories.debates import STATEMENT
from tests.factories.hearings import decide, make_court

pytestmark = pytest.mark.django_db
REASON = "The question leaves out those who live on the island."


@pytest.fixture
def room(college):
    return make_court()


@pytest.fixture
def case(room) -> Case:
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    return decide(room, objection.case, Choice.GRANT, "no-viewpoint")


def test_law_4_no_reasonless_action_one_click_asks_for_a_second_look(client, signed_in, room, case):
    Case.objects.update(verdict_at=now())  # pages act at the moment they are asked
    where = f"/decisions/{case.public_id}/"
    page = client.get(where).content.decode()
    assert "So." in page
    assert f"/committees/cases/{case.public_id}/" in page
    assert 'action="appeal/"' not in page
    browser = signed_in(room.undecided)
    assert 'action="appeal/"' in browser.get(where).content.decode()
    assert browser.post(f"{where}appeal/").status_code == 302
    page = browser.get(where).content.decode()
    assert 'action="appeal/"' not in page
    assert "a fresh and larger panel decides" in page


def test_somebody_else_is_refused_in_words(signed_in, room, case):
    answer = signed_in(room.two).post(f"/decisions/{case.public_id}/appeal/")
    assert answer.status_code == 403
    assert "no review has seen it" in answer.content.decode()


def test_upheld_objection_leads_there(client, room, case):
    late = case_of_viewpoint(room)
    page = client.get(f"/debates/{room.debate.slug}/viewpoints/{late}/").content.decode()
    assert f"/decisions/{case.public_id}/" in page


def case_of_viewpoint(room) -> str:
    return room.debate.viewpoints.exclude(refused_at=None).get().public_id


def test_undecided_or_unknown_case_has_no_such_page(client, room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    for public_id in (objection.case.public_id, late.public_id, "0" * 13):
        assert client.get(f"/decisions/{public_id}/").status_code == 404


def test_split_that_a_second_look_turned_is_shown_as_turned(client, room):
    whole = room.stand.viewpoints[0]
    case = ask_split(
        room.act(room.mate), whole, name="Ferry on weekdays", statement=STATEMENT, reason=REASON
    ).case
    decide(room, case, Choice.GRANT, "two-viewpoints")
    made = Split.objects.get().made
    pages = [f"/debates/{room.debate.slug}/viewpoints/{one.public_id}/" for one in (whole, made)]
    assert not [page for page in pages if "second look turned" in read(client, page)]
    appeal_decision(room.act(room.one), of_case(case.public_id))
    decide(room, case, Choice.KEEP)
    assert all("second look turned" in read(client, page) for page in pages)
    assert "It does now." not in read(client, pages[0])


def read(client, path) -> str:
    return client.get(path).content.decode()
