"""A draft is read in as many questions whether it is long or short; nobody else's shows in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from college.summaries.actions.links import link
from college.summaries.queries import drafts, settling
from college.summaries.rules.life import SummaryState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


def _count(read) -> int:
    with CaptureQueriesContext(connection) as found:
        read()
    return len(found)


def test_board_asks_as_many_questions_however_long_the_draft():
    make_college()
    desk = make_summary()
    draft = desk.draft(1)
    desk.write(1)
    few = _count(lambda: drafts.board(draft, now=desk.at))
    for number in range(6):
        row = desk.write(1, f"Sentence {number}.", section=desk.holds(number % 2))
        link(desk.act(desk.teams[1][0]), row, desk.claims[1])
    assert _count(lambda: drafts.board(draft, now=desk.at)) == few <= 17


def test_board_has_every_section_in_order_and_the_team_s_own_sentences_only():
    make_college()
    desk = make_summary()
    desk.write(1, "Ours.")
    desk.write(2, "Theirs.")
    board = drafts.board(desk.draft(1), now=desk.at)
    assert [part.section for part in board.parts] == desk.sections
    assert [line.words for part in board.parts for line in part.lines] == ["Ours."]
    assert (board.statements, board.ungrounded) == (1, 0)


def test_what_was_said_for_a_merged_viewpoint_stands_under_the_one_it_is_part_of():
    make_college()
    desk = make_summary()
    desk.write(1, "Those of B.", section=desk.holds(1))
    b, a = desk.stand.viewpoints[1], desk.stand.viewpoints[0]
    b.merged_into = a
    b.save(update_fields=["merged_into"])
    board = drafts.board(desk.draft(1), now=desk.at)
    (part,) = [part for part in board.parts if part.lines]
    assert part.section == Section(SectionKind.HOLDS, a.public_id)


def test_where_each_section_stands_is_asked_in_few_questions():
    make_college()
    desk = make_summary(SummaryState.SETTLING)
    assert _count(lambda: settling.stands(desk.summary)) <= 11
    assert [one.section for one in settling.stands(desk.summary)] == desk.sections
