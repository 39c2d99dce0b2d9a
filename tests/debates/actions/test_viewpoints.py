"""Viewpoints are proposed, admitted and reworded."""

import pytest

from college.debates.actions.holdings import hold
from college.debates.actions.objections import object_to_viewpoint, withdraw_objection
from college.debates.actions.viewpoints import propose_viewpoint, reword_viewpoint
from college.debates.models import Holding, Viewpoint
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from tests.factories.colleges import make_college
from tests.factories.debates import STATEMENT, add_delegate, add_viewpoint, make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db
OTHER = "A bridge would carry everybody at any hour, and cost less over thirty years than boats do."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def code_of(call, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_proposer_without_a_viewpoint_holds_it():
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    viewpoint = add_viewpoint(stand, "Keep it")
    assert Holding.objects.get().viewpoint == viewpoint


def test_proposer_who_holds_another_one_keeps_that():
    stand = make_debate(Stage.FRAMING, viewpoints=1)
    holder = stand.holders[0]
    propose_viewpoint(stand.act(holder), stand.debate, name="Build", statement=OTHER)
    assert Holding.objects.get(member=holder, ended_at=None).viewpoint == stand.viewpoints[0]


def test_letters_follow_the_order_of_admission_and_stay():
    stand = make_debate(Stage.FRAMING, viewpoints=3)
    assert [viewpoint.letter for viewpoint in stand.viewpoints] == ["A", "B", "C"]


def test_viewpoint_without_holders_waits_and_gets_in_with_one():
    stand = make_debate(Stage.FRAMING, viewpoints=1)
    holder = stand.holders[0]
    empty = propose_viewpoint(stand.act(holder), stand.debate, name="Build", statement=OTHER)
    stand.wait(days=3)
    assert Viewpoint.objects.get(pk=empty.pk).admitted_at is None
    hold(stand.act(make_member()), stand.debate, viewpoint=empty)
    stand.wait(minutes=1)
    assert Viewpoint.objects.get(pk=empty.pk).letter == "B"


def test_objection_keeps_a_viewpoint_waiting_until_it_is_taken_back():
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    viewpoint, member = add_viewpoint(stand, "Keep it"), make_member()
    viewpoint = Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)
    objection = object_to_viewpoint(
        stand.act(member), viewpoint, reason="Two viewpoints are mixed in this one."
    )
    stand.wait(days=3)
    assert Viewpoint.objects.get().admitted_at is None
    withdraw_objection(stand.act(member), objection)
    stand.wait(minutes=1)
    assert Viewpoint.objects.get().letter == "A"


def test_one_member_cannot_fill_the_debate_with_viewpoints():
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    act = stand.act(make_member())
    propose_viewpoint(act, stand.debate, name="Keep it", statement=STATEMENT)
    code = code_of(propose_viewpoint, act, stand.debate, name="Build", statement=OTHER)
    assert code == "debates.viewpoint.one-at-a-time"


def test_no_more_viewpoints_than_the_charter_has_room_for(charter):
    stand = make_debate(Stage.FRAMING, viewpoints=charter.limits.viewpoints)
    act = stand.act(make_member())
    code = code_of(propose_viewpoint, act, stand.debate, name="Build", statement=OTHER)
    assert code == "debates.viewpoint.too-many"


def test_viewpoint_whose_notice_would_outlast_the_contributions_is_too_late():
    stand = make_debate(Stage.OPEN)
    stand.wait(days=27)
    act = stand.act(make_member())
    code = code_of(propose_viewpoint, act, stand.debate, name="Build", statement=OTHER)
    assert code == "debates.viewpoint.too-late"


def test_proposer_rewords_until_a_delegate_stands_and_then_the_delegate_does():
    stand = make_debate(Stage.FRAMING)
    viewpoint, proposer = stand.viewpoints[0], stand.holders[0]
    words = {"name": "Keep it all year", "statement": STATEMENT}
    reword_viewpoint(stand.act(proposer), viewpoint, **words, seen=1)
    delegate = add_delegate(stand, viewpoint)
    code = code_of(reword_viewpoint, stand.act(delegate), viewpoint, **words, seen=2)
    assert code == "debates.permission.may-not"
    stand.wait(days=7)
    words["statement"] = OTHER
    assert reword_viewpoint(stand.act(delegate), viewpoint, **words, seen=2).number == 3
    code = code_of(reword_viewpoint, stand.act(proposer), viewpoint, **words, seen=3)
    assert code == "debates.permission.may-not"


def test_second_writer_is_given_the_words_of_the_first():
    stand = make_debate(Stage.FRAMING)
    viewpoint, act = stand.viewpoints[0], stand.act(stand.holders[0])
    reword_viewpoint(act, viewpoint, name="First", statement=STATEMENT, seen=1)
    with pytest.raises(Refusal) as refused:
        reword_viewpoint(act, viewpoint, name="Second", statement=OTHER, seen=1)
    assert refused.value.code == "debates.viewpoint.stale"
    assert refused.value.params == {"number": 2, "name": "First", "statement": STATEMENT}
    assert viewpoint.wordings.count() == 2
