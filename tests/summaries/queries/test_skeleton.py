"""What lies beside each section, so that nobody begins with a blank page."""

import pytest

from college.summaries.queries import desks, drafts
from college.summaries.queries.pinned import pinned_words
from college.summaries.queries.skeleton import Bundle, laid_out
from college.summaries.rules.life import Side, SummaryState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.summaries import Desk, make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    make_college()
    return make_summary()


def test_claims_of_each_viewpoint_lie_beside_its_own_section(desk: Desk) -> None:
    for number, claim in enumerate(desk.claims):
        (group,) = laid_out(desk.debate, desk.holds(number), now=MOMENT)
        assert group.bundle is Bundle.CLAIMS
        assert [item.public_id for item in group.items] == [claim.public_id]


def test_every_section_is_laid_out_and_empty_groups_are_left_out(desk: Desk) -> None:
    for section in desk.sections:
        assert all(group.items for group in laid_out(desk.debate, section, now=MOMENT))
    assert laid_out(desk.debate, Section(SectionKind.EVIDENCE), now=MOMENT) == []


def test_no_words_are_read_for_links_that_are_fresh(desk: Desk, django_assert_num_queries) -> None:
    desk.write(Side.FIRST)
    board = drafts.board(desk.draft(Side.FIRST), now=MOMENT)
    with django_assert_num_queries(0):
        assert pinned_words(board) == {}


def test_only_editors_have_something_to_write(desk: Desk) -> None:
    (mine,) = desks.of_editor(desk.teams[1][0])
    assert (mine.side, mine.handed, mine.statements, mine.settles) == (1, False, 0, False)
    assert desks.of_editor(desk.reader) == []


def test_sections_wait_for_a_signature_of_the_team() -> None:
    make_college()
    desk = make_summary(SummaryState.SETTLING)
    (mine,) = desks.of_editor(desk.teams[2][0])
    assert mine.settles
    assert mine.unsigned == len(desk.sections)
