"""Objections are kept, with their reasons, and only their author takes them back."""

import pytest

from college.debates.actions.objections import object_to_question, withdraw_objection
from college.debates.models import Objection
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.people.queries import notices_of
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db
REASON = "The question leaves out those who live on the island."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def code_of(call, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_proposer_is_told_at_once():
    stand = make_debate(Stage.PROPOSED)
    object_to_question(stand.act(make_member()), stand.debate, reason=REASON)
    codes = [notice.code for notice in notices_of(stand.proposer)]
    assert codes == ["debates.objection.to-question"]


def test_one_member_objects_once():
    stand, member = make_debate(Stage.PROPOSED), make_member()
    object_to_question(stand.act(member), stand.debate, reason=REASON)
    code = code_of(object_to_question, stand.act(member), stand.debate, reason=REASON)
    assert code == "debates.objection.already"


def test_law_4_no_reasonless_action_no_objection_without_a_reason():
    stand = make_debate(Stage.PROPOSED)
    act = stand.act(make_member())
    assert code_of(object_to_question, act, stand.debate, reason=" ") == "debates.reason.too-short"
    assert not Objection.objects.exists()


def test_steward_has_no_power_over_an_objection():
    stand = make_debate(Stage.PROPOSED)
    objection = object_to_question(stand.act(make_member()), stand.debate, reason=REASON)
    code = code_of(withdraw_objection, stand.act(make_steward()), objection)
    assert code == "debates.permission.may-not"
