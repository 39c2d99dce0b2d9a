"""Positions quoted in a brief."""

import pytest

from college.debates.actions.positions import assign_position, mark_position
from college.ground.refusals import Refusal
from college.record.models import Entry
from tests.factories.briefs import ARTICLE, make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, make_debate

pytestmark = pytest.mark.django_db
EXACT = "Close it in winter"


@pytest.fixture
def stand():
    make_college()
    stand = make_debate()
    stand.brief = make_brief(stand)
    return stand


def test_position_stands_at_its_exact_words(stand):
    act = stand.act(stand.proposer)
    position = mark_position(act, stand.brief, exact=EXACT, label="Close it")
    assert position.passage.text.words[position.start : position.end] == EXACT
    assert position.viewpoint is None


def test_marked_passage_is_shown_from_then_on(stand):
    position = mark_position(stand.act(stand.proposer), stand.brief, exact=EXACT, label="Close it")
    assert position.passage.quoted_at == stand.at
    assert Entry.objects.filter(kind="debates.passage.quoted").count() == 1


def test_words_that_are_not_in_the_brief_are_refused(stand):
    with pytest.raises(Refusal) as refused:
        mark_position(stand.act(stand.proposer), stand.brief, exact="Sink it", label="Sink it")
    assert refused.value.code == "debates.quotation.not-exact"


def test_words_are_looked_for_in_the_source_that_is_named(stand):
    second = stand.brief.passages.get(order=1)
    with pytest.raises(Refusal):
        mark_position(
            stand.act(stand.proposer),
            stand.brief,
            exact=ARTICLE[0],
            label="Cost",
            source=second.public_id,
        )


def test_position_is_of_no_more_words_than_are_quoted_at_once(stand):
    words = "The ferry leaves at nine. " * 40
    brief = make_brief(stand, make_remark("long", words=words))
    with pytest.raises(Refusal) as refused:
        mark_position(stand.act(stand.proposer), brief, exact=words, label="Nine")
    assert refused.value.code == "debates.quotation.too-long"


def test_same_words_are_marked_once(stand):
    mark_position(stand.act(stand.proposer), stand.brief, exact=EXACT, label="Close it")
    with pytest.raises(Refusal) as refused:
        mark_position(stand.act(stand.holders[0]), stand.brief, exact=EXACT, label="Shut it")
    assert refused.value.code == "debates.position.already"


def test_holder_says_that_their_viewpoint_speaks_for_it(stand):
    position = mark_position(stand.act(stand.proposer), stand.brief, exact=EXACT, label="Close it")
    viewpoint = stand.viewpoints[0]
    assign_position(stand.act(stand.holders[0]), position, viewpoint=viewpoint)
    position.refresh_from_db()
    assert position.viewpoint == viewpoint


def test_another_member_cannot_assign_it(stand):
    position = mark_position(stand.act(stand.proposer), stand.brief, exact=EXACT, label="Close it")
    stranger = add_holder(stand, stand.viewpoints[1])
    with pytest.raises(Refusal):
        assign_position(stand.act(stranger), position, viewpoint=stand.viewpoints[0])
