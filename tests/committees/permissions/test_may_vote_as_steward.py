"""may_vote_as_steward: stewards who are no party, only where no panel can be seated."""

import pytest

from college.committees.permissions import allows
from college.committees.rules.ladder import CaseState
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.committees import make_case
from tests.factories.people import make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def college():
    make_college()


def test_a_steward_votes_while_the_case_is_before_them_and_nobody_else():
    steward, member = make_steward(at=MOMENT), make_member()
    case = make_case()
    assert allows("may_vote_as_steward", steward, case)
    assert not allows("may_vote_as_steward", member, case)
    assert not allows("may_vote_as_steward", None, case)


@pytest.mark.parametrize("state", [s for s in CaseState if s is not CaseState.STEWARDS])
def test_in_no_other_state(state):
    steward = make_steward(at=MOMENT)
    case = make_case()
    case.state = state
    assert not allows("may_vote_as_steward", steward, case)


def test_a_party_and_a_suspended_steward_do_not():
    party, barred = make_steward(at=MOMENT), suspend(make_steward(at=MOMENT))
    case = make_case(parties=[party.public_id])
    assert not allows("may_vote_as_steward", party, case)
    assert not allows("may_vote_as_steward", barred, case)
