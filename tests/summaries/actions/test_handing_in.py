"""Drafts are handed in, opened together, or get more time."""

import json

import pytest

from college.people.models import Notice
from college.record.models import Text
from college.summaries.actions.drafting import hand_in, remove_statement, take_back
from college.summaries.permissions import allows
from college.summaries.rules import documents
from college.summaries.rules.life import Side, SummaryState
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    make_college()
    return make_summary()


def _notices(member):
    return set(Notice.objects.filter(member=member).values_list("code", flat=True))


def test_both_in_are_opened_and_settled(desk):
    for side in (1, 2):
        desk.write(side)
        desk.hand_in(side)
    assert desk.summary.state == SummaryState.SETTLING
    assert [told(entry)["side"] for entry in entries("summaries.draft.opened")] == [1, 2]
    assert desk.draft(Side.JOINT).opened_at is None
    assert allows("may_read_draft", None, desk.draft(1))
    for member in (*desk.teams[1], *desk.teams[2]):
        assert "summaries.state.settling" in _notices(member) or member == desk.teams[2][0]


def test_draft_commits_words_by_section_and_names_them(desk):
    row = desk.write(1, section=desk.holds(1))
    desk.write(2)
    desk.hand_in(1)
    desk.hand_in(2)
    draft = desk.draft(1)
    document = json.loads(draft.document.words)
    question = document.pop("question")
    assert len(question) == 64
    sections = document.pop("sections")
    assert document == {
        "v": "college-summary-draft-v1",
        "draft": draft.public_id,
        "summary": desk.summary.public_id,
        "debate": desk.debate.public_id,
        "round": 1,
        "side": 1,
    }
    assert [(one["section"], one["viewpoint"]) for one in sections] == [
        (section.kind.value, section.viewpoint) for section in desk.sections
    ]
    (statement,) = [one for section in sections for one in section["statements"]]
    assert statement["statement"] == row.statement
    assert statement["links"][0]["contribution"] == desk.claims[0].public_id
    words = Text.objects.get(pk=statement["text"]).words
    assert words == "The ferry runs every day, say those who want to keep it."
    worded = told(entries("summaries.draft.worded")[0])
    assert worded == {"draft": draft.public_id, "texts": [statement["text"]]}
    assert words not in draft.document.words


def test_other_team_is_told_and_reads_nothing(desk):
    desk.write(1)
    desk.hand_in(1)
    assert "summaries.draft.other-in" in _notices(desk.teams[2][0])
    assert "summaries.draft.other-in" not in _notices(desk.teams[1][1])
    for member in (None, desk.teams[2][0], desk.reader, desk.delegates[0]):
        assert not allows("may_read_draft", member, desk.draft(1))
    assert not Text.objects.filter(body__contains=b"The ferry runs every day, say").exists()


def test_draft_without_a_statement_is_not_handed_in(desk):
    with refused("summaries.draft.empty"):
        desk.hand_in(1)


def test_draft_is_taken_back_while_the_other_is_not_in(desk):
    desk.write(1)
    desk.hand_in(1)
    with refused("summaries.permission.may-not"):
        take_back(desk.act(desk.teams[2][0]), desk.draft(1))
    take_back(desk.act(desk.teams[1][1]), desk.draft(1))
    desk.write(1, "One more.")
    desk.hand_in(1)
    desk.write(2)
    desk.hand_in(2)
    with refused("summaries.permission.may-not"):
        take_back(desk.act(desk.teams[1][0]), desk.draft(1))


def test_draft_is_handed_in_once(desk):
    desk.write(1)
    desk.hand_in(1)
    with refused("summaries.permission.may-not"):
        hand_in(desk.act(desk.teams[1][0]), desk.draft(1))


def test_what_there_is_is_opened_when_the_time_is_over(desk):
    desk.write(1)
    assert not desk.wait(days=13)
    assert desk.over()
    assert desk.summary.state == SummaryState.SETTLING
    assert desk.draft(2).opened_at == desk.at
    assert not desk.wait(minutes=1)


def test_time_begins_again_where_nobody_wrote(desk):
    row = desk.write(1)
    remove_statement(desk.act(desk.teams[1][0]), row)
    before = desk.summary.until
    assert desk.over()
    assert desk.summary.state == SummaryState.DRAFTING
    assert desk.summary.until - before == before - desk.summary.begun_at
    assert "summaries.drafting.prolonged" in _notices(desk.teams[1][0])
    assert told(entries("summaries.state.begun")[-1])["state"] == "drafting"
    assert not desk.wait(minutes=1)


def test_long_draft_names_its_words_in_several_entries(desk, monkeypatch):
    for number in range(3):
        desk.write(1, f"Sentence {number}.")
    desk.write(2)
    monkeypatch.setattr(documents, "_PER_ENTRY", 2)
    desk.hand_in(1)
    desk.hand_in(2)
    assert [len(told(one)["texts"]) for one in entries("summaries.draft.worded")] == [2, 1, 1]
