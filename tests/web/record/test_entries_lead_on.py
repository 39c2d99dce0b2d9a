"""An entry is no dead end: it leads to what it is about, and says its fields in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from college.administration.actions.holds import hold_text
from college.administration.actions.proposals import propose_charter
from college.administration.actions.sanctions import ask_sanction
from college.administration.rules.grounds import SanctionGround
from college.debates.actions.answers import answer
from college.debates.actions.challenges import challenge
from college.debates.actions.objections import object_to_viewpoint
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Restriction
from college.debates.queries.named import named
from college.record.actions.sequence import sequence
from college.record.actions.texts import commit
from college.record.models import Entry
from college.web.record.things import known
from college.web.record.words import FIELDS
from college_verify.kinds import KINDS
from tests.debates.actions.said import make_room
from tests.factories.acts import MOMENT
from tests.factories.briefs import make_brief
from tests.factories.debates import STATEMENT
from tests.factories.hearings import make_court, make_report, restricted
from tests.factories.people import act_by, make_member, make_steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(college):
    return make_room()


def entry_page(client, kind):
    sequence(MOMENT)
    position = Entry.objects.filter(kind=kind).latest("id").position
    return client.get(f"/record/entries/{position}/").content.decode()


def test_lines_lead_to_the_text_with_its_first_words(client, room):
    claim = room.claim(room.one)
    sequence(MOMENT)
    page = client.get("/record/").content.decode()
    assert f'href="/debates/{room.debate.slug}/c/{claim.public_id}/"' in page
    assert "The ferry runs daily." in page


def test_withdrawn_words_are_on_no_page_of_the_record(client, room):
    claim = room.claim(room.one)
    withdraw(room.act(room.one, hours=1), claim)
    sequence(MOMENT)
    pages = [client.get("/record/").content.decode(), entry_page(client, "debates.claim.added")]
    for page in pages:
        assert f"/c/{claim.public_id}/" in page
        assert "The ferry runs daily." not in page


def test_entry_leads_to_debate_member_and_what_it_points_to(client, room):
    claim = room.claim(room.one)
    asked = challenge(room.act(room.two), claim, form="unclear", text="What?")
    answer(room.act(room.one), asked, text="That.", points_to=[claim])
    page = entry_page(client, "debates.answer.given")
    here = f"/debates/{room.debate.slug}/"
    assert f'href="{here}"' in page
    assert f'href="{here}c/{asked.public_id}/"' in page
    assert f'href="{here}c/{claim.public_id}/"' in page
    assert f'href="/members/{room.one.public_id}/"' in page
    assert "What it points to" in page


def test_entry_says_none_and_no_in_words(client, room):
    room.claim(room.one)
    page = entry_page(client, "debates.claim.added")
    assert "<td>none</td>" in page
    assert "[]" not in page.split("<pre")[0]
    assert ">no<" in page
    assert "False" not in page


def test_passages_that_nobody_quoted_lead_on_without_their_words(room):
    brief = make_brief(room.stand)
    passage, remark = brief.passages.first(), brief.remarks.first()
    found = named([passage.public_id, remark.public_id, brief.public_id, room.debate.public_id])
    assert found[passage.public_id].words == ""
    assert found[remark.public_id].words.startswith("I have crossed")
    assert found[brief.public_id].words == "The ferry we cannot afford to lose"
    assert found[room.debate.public_id].path == f"/debates/{room.debate.slug}/"


def test_page_of_fifty_asks_as_much_as_one_of_few(client, room):
    def count(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    sequence(MOMENT)
    client.get("/record/")
    few = count("/record/page/0/")
    for n in range(4):
        room.claim(room.one, f"Claim {n}.")
    make_brief(room.stand)
    sequence(MOMENT)
    assert count("/record/page/0/?n=2") == few


def test_every_field_of_every_kind_has_words():
    told = {part.split(":")[0].strip() for fields in KINDS.values() for part in fields.split(",")}
    assert told - set(FIELDS) == set()


def test_entries_about_what_was_asked_lead_to_its_page(client, college):
    room = make_court()
    claim = room.claim(room.one)
    made = make_report(room, claim)
    objection = ask_objection(room)
    restricted(room, room.claim(room.one, "Another one."))
    restriction = Restriction.objects.get()
    found = known([made.public_id, objection.public_id, restriction.public_id])
    assert found[made.public_id].path == f"/committees/cases/{made.hearing.case.public_id}/"
    assert found[objection.public_id].path == f"/committees/cases/{objection.case.public_id}/"
    assert found[restriction.public_id].path == f"/reasons/{restriction.public_id}/"
    page = entry_page(client, "debates.text.restricted")
    assert f'href="/reasons/{restriction.public_id}/"' in page


def ask_objection(room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    return object_to_viewpoint(room.act(room.one), late, reason="It says nothing of its own.")


def test_entries_about_the_college_itself_lead_to_its_pages(client, college):
    steward = make_steward()
    act = act_by(steward)
    proposal = propose_charter(act, lines='[clocks]\nopen = "30 days"', reason="Too short.")
    sanction = ask_sanction(
        act, make_member(), ground=SanctionGround.FLOODING, days=3, reason="Forty a day."
    )
    hold = hold_text(act, commit("A plan."), law="Secrets Act")
    found = known([proposal.public_id, sanction.public_id, hold.public_id])
    assert found[proposal.public_id].path == f"/administration/proposals/{proposal.public_id}/"
    assert found[sanction.public_id].path == f"/administration/sanctions/{sanction.public_id}/"
    assert found[hold.public_id].path == f"/committees/cases/{hold.case.public_id}/"
    assert all(client.get(found[one].path).status_code == 200 for one in found)
