"""The desk: what waits for whom."""

import pytest

from college.summaries.actions.settling import sign_section
from college.summaries.actions.wordings import reword
from college.summaries.rules.life import SummaryState, Take
from tests.factories.debates import make_debate
from tests.factories.people import make_member, make_steward
from tests.factories.summaries import make_summary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


def test_steward_finds_dates_subjects_and_invitations(signed_in):
    stand = make_debate()
    page = signed_in(make_steward()).get("/desk/").content.decode()
    assert "Your work as a steward" in page
    assert 'href="/questions/subjects/"' in page
    assert f'href="/debates/{stand.debate.slug}/take-part/settings/"' in page
    assert f'href="/debates/{stand.debate.slug}/invitations/new/"' in page


def test_member_who_is_no_steward_sees_none_of_it(signed_in):
    make_debate()
    assert "Your work as a steward" not in signed_in(make_member()).get("/desk/").content.decode()


def test_editor_finds_what_waits_in_a_summary(signed_in):
    desk = make_summary()
    mine = signed_in(desk.teams[1][0])
    page = mine.get("/desk/").content.decode()
    assert f'href="/debates/{desk.debate.slug}/summary/desk/"' in page
    assert "Your team’s draft is still empty." in page
    row = desk.write(1)
    said = ("The ferry runs twice a day.", "It never runs at all.")
    for editor, words in zip(desk.teams[1], said, strict=True):
        reword(desk.act(editor), row, words=words, base=1)
    page = mine.get("/desk/").content.decode()
    assert "Your team’s draft has one sentence." in page
    assert "One other wording waits" in page
    assert "Summaries that you write" not in signed_in(desk.reader).get("/desk/").content.decode()


def test_editor_finds_sections_to_sign(signed_in):
    desk = make_summary(SummaryState.SETTLING)
    mine = signed_in(desk.teams[1][0])
    page = mine.get("/desk/").content.decode()
    assert f'href="/debates/{desk.debate.slug}/summary/settle/"' in page
    assert f"{len(desk.sections)} sections wait for your team" in page
    sign_section(
        desk.act(desk.teams[1][1]), desk.summary, section=desk.sections[0], take=Take.FIRST
    )
    assert f"{len(desk.sections) - 1} sections wait" in mine.get("/desk/").content.decode()
