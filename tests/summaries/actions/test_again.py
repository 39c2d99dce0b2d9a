"""A debate that was opened again: its summary goes on where the last certified version stood."""

import pytest

from college.debates.models import Debate
from college.debates.rules.stages import Stage
from college.summaries.actions.carrying import put_back
from college.summaries.actions.drafting import move_statement, remove_statement
from college.summaries.actions.wordings import reword
from college.summaries.models import Draft, DraftStatement, Statement, Summary, Version
from college.summaries.queries import drafts, texts
from college.summaries.rules.life import Side, SummaryState, VersionState
from tests.debates.actions.said import entries, told
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """The summary was certified, and the debate is closed once more."""
    make_college()
    desk = make_summary(SummaryState.ATTESTING)
    Version.objects.update(state=VersionState.CERTIFIED, certified_at=desk.at)
    Summary.objects.update(state=SummaryState.CERTIFIED, until=None)
    Debate.objects.update(stage=Stage.CLOSED)
    desk.wait(days=30)
    return desk


def test_both_drafts_hold_the_last_version_under_the_same_ids(desk):
    assert (desk.summary.round, desk.summary.state) == (2, SummaryState.DRAFTING)
    assert told(entries("summaries.summary.begun")[-1])["round"] == 2
    said = list(Statement.objects.order_by("order").values_list("statement", flat=True))
    assert said
    for side in (1, 2):
        draft = desk.draft(side)
        lines = [line for part in drafts.parts_of([draft])[draft.pk] for line in part.lines]
        assert [line.statement for line in lines] == said
        assert all(line.is_grounded for line in lines)
        assert {line.words for line in lines} == {
            one.text.words for one in Statement.objects.select_related("text")
        }
    assert not desk.wait(minutes=1)


def test_editors_go_on(desk):
    row = DraftStatement.objects.filter(draft=desk.draft(1)).first()
    reword(desk.act(desk.teams[1][0]), row, words="Now it is said otherwise.", base=1)
    assert drafts.wording(row, 2).words == "Now it is said otherwise."


def test_words_that_were_named_before_are_not_named_again(desk):
    before = len(entries("summaries.draft.worded"))
    row = DraftStatement.objects.filter(draft=desk.draft(1)).first()
    known = texts.known(desk.summary)
    reword(desk.act(desk.teams[1][0]), row, words="Now it is said otherwise.", base=1)
    desk.hand_in(1)
    desk.hand_in(2)
    (worded,) = entries("summaries.draft.worded")[before:]
    assert len(told(worded)["texts"]) == 1
    assert not set(told(worded)["texts"]) & {text.commitment for text in known.values()}


def test_version_that_is_put_back_gives_way_to_nothing(desk):
    version = Version.objects.get()
    draft = desk.draft(1)
    rows = list(DraftStatement.objects.filter(draft=draft).order_by("order", "id"))
    act = desk.act(desk.teams[1][0])
    remove_statement(act, rows[0])
    reword(act, rows[1], words="Other words.", base=1)
    mine = desk.write(1, "One of our own.")
    every = [(row.section, row.viewpoint_id) for row in rows]
    put_back(act, draft, version, every)
    lines = [line for part in drafts.parts_of([draft])[draft.pk] for line in part.lines]
    assert [line.statement for line in lines] == [row.statement for row in rows]
    assert "Other words." in [one.words for one in drafts.wordings(rows[1])]
    assert DraftStatement.objects.get(pk=mine.pk).removed_at == desk.at
    move_statement(act, rows[0], section=desk.holds(1), after="")
    put_back(act, draft, version, every[:1])
    assert DraftStatement.objects.get(pk=rows[0].pk).section == "holds"
    empty = Draft.objects.create(summary=desk.summary, round=2, side=Side.JOINT, begun_at=desk.at)
    put_back(act, empty, version, every[:1])
    assert empty.statements.count() == 1
