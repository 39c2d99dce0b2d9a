"""Sentences are added to a draft, moved, taken out and brought back; nobody loses any."""

from dataclasses import replace

import pytest

from college.debates.actions.claims import add_claim
from college.ground.charter import Preset, load
from college.record.charters import charter_in_force
from college.summaries.actions import writing
from college.summaries.actions.drafting import (
    add_statement,
    move_statement,
    remove_statement,
    restore_statement,
)
from college.summaries.models import DraftStatement
from college.summaries.queries import drafts
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db

DISPUTED, TERMS = Section(SectionKind.DISPUTED), Section(SectionKind.TERMS)


@pytest.fixture
def desk():
    make_college()
    return make_summary()


def _order(desk, section=DISPUTED, side=1):
    parts = drafts.parts_of([desk.draft(side)])
    found = next(iter(parts.values()))
    return [line.words for part in found if part.section == section for line in part.lines]


def test_statement_stands_with_its_words_and_links(desk):
    row = desk.write(1, "  The ferry runs\nevery day.  ")
    line = drafts.board(desk.draft(1), now=desk.at).parts[5].lines[0]
    assert (line.statement, line.words, line.base) == (
        row.statement,
        "The ferry runs every day.",
        1,
    )
    assert [link.contribution for link in line.links] == [desk.claims[0].public_id]
    assert line.is_grounded


def test_order_of_a_section(desk):
    one, two = desk.write(1, "One."), desk.write(1, "Two.")
    writer, draft = desk.teams[1][1], desk.draft(1)
    add_statement(desk.act(writer), draft, section=DISPUTED, words="Half.", after=one.statement)
    assert _order(desk) == ["One.", "Half.", "Two."]
    move_statement(desk.act(writer), two, section=DISPUTED, after="")
    assert _order(desk) == ["Two.", "One.", "Half."]
    move_statement(desk.act(writer), two, section=TERMS, after="nobody-knows-it")
    assert (_order(desk), _order(desk, TERMS)) == (["One.", "Half."], ["Two."])


def test_statement_moves_behind_itself(desk):
    one = desk.write(1, "One.")
    desk.write(1, "Two.")
    move_statement(desk.act(desk.teams[1][0]), one, section=DISPUTED, after=one.statement)
    assert sorted(_order(desk)) == ["One.", "Two."]


def test_own_section_of_a_viewpoint(desk):
    desk.write(1, "Those of B hold this.", section=desk.holds(1))
    assert _order(desk, desk.holds(1)) == ["Those of B hold this."]
    assert _order(desk, desk.holds(0)) == []


@pytest.mark.parametrize(
    "section", [Section(SectionKind.HOLDS), Section(SectionKind.HOLDS, "0" * 13)]
)
def test_section_that_the_summary_does_not_have(desk, section):
    with refused("summaries.section.unknown"):
        desk.write(1, section=section)


def test_form_sent_twice_adds_one_statement(desk):
    given = {"section": DISPUTED, "words": "Once.", "token": "t1"}
    act, draft = desk.act(desk.teams[1][0]), desk.draft(1)
    assert add_statement(act, draft, **given).pk == add_statement(act, draft, **given).pk
    assert _order(desk) == ["Once."]


def test_what_was_taken_out_comes_back_where_it_was(desk):
    row = desk.write(1, "One.")
    desk.write(1, "Two.")
    act = desk.act(desk.teams[1][1])
    for _ in range(2):
        remove_statement(act, row)
    assert _order(desk) == ["Two."]
    assert [line.words for line in drafts.board(desk.draft(1), now=desk.at).removed] == ["One."]
    with refused("summaries.statement.removed"):
        move_statement(act, row, section=TERMS, after="")
    for _ in range(2):
        restore_statement(act, row)
    assert _order(desk) == ["One.", "Two."]


def test_other_team_and_everybody_else_keep_their_hands_off(desk):
    row = desk.write(1)
    for member in (desk.teams[2][0], desk.reader, desk.delegates[0], desk.stand.proposer):
        with refused("summaries.permission.may-not"):
            remove_statement(desk.act(member), row)
        with refused("summaries.permission.may-not"):
            desk.write(1, by=member)


def test_draft_that_is_handed_in_is_not_written_on(desk):
    row = desk.write(1)
    desk.hand_in(1)
    with refused("summaries.permission.may-not"):
        desk.write(1)
    with refused("summaries.permission.may-not"):
        remove_statement(desk.act(desk.teams[1][0]), row)


def test_five_thousand_statements_are_not_kept(desk, monkeypatch):
    charter = charter_in_force()
    few = replace(charter, limits=replace(charter.limits, statements=3))
    monkeypatch.setattr(writing, "charter_in_force", lambda: few)
    rows = [desk.write(1, f"Sentence {number}.") for number in range(3)]
    with refused("summaries.statement.too-many"):
        desk.write(1)
    act = desk.act(desk.teams[1][0])
    remove_statement(act, rows[0])
    desk.write(1)
    with refused("summaries.statement.too-many"):
        restore_statement(act, rows[0])
    for _ in range(8):
        remove_statement(act, DraftStatement.objects.filter(removed_at=None).first())
        desk.write(1)
    with refused("summaries.statement.kept-too-many"):
        remove_statement(act, DraftStatement.objects.filter(removed_at=None).first())
        desk.write(1)


def test_charter_holds_what_a_ten_minute_read_needs():
    assert load(Preset.ASSEMBLY).limits.statements >= 300


def test_words_that_are_too_long_are_refused_whole(desk):
    with refused("summaries.statement.too-long"):
        desk.write(1, "a" * 401)
    assert not DraftStatement.objects.exists()


def test_claim_made_elsewhere_takes_the_statement_with_it(desk):
    """A statement with one bad link is refused with all its words: the form has them still."""
    stand = make_debate(wording="Should the harbour be dredged before winter?")
    other = add_claim(
        stand.act(stand.holders[0]), stand.debate, form="factual", text="Silt is deep."
    )
    with refused("summaries.link.elsewhere"):
        desk.write(1, links=[other])
    assert not DraftStatement.objects.exists()
