"""An office ends by verdict, never by being asked about."""

import pytest

from college.administration.actions.removals import ask_removal
from college.administration.due import due
from college.administration.rules.grounds import Ending, RemovalGround
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.people.models import Term
from college.people.queries import is_steward
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def removal():
    make_college()
    term = Term.objects.get(member=make_steward())
    return ask_removal(
        act_by(make_member()), term, ground=RemovalGround.NEGLECT, reason="No answer for weeks."
    )


@pytest.mark.parametrize(
    ("choice", "stays", "ending"),
    [(Choice.GRANT, False, Ending.GRANTED), (Choice.KEEP, True, Ending.KEPT)],
)
def test_a_verdict_ends_the_office_or_leaves_it(removal, choice, stays, ending):
    assert is_steward(removal.term.member)
    case = decide(removal.case, choice, at=MOMENT)
    due(case.effect_due_at)
    removal.refresh_from_db()
    assert is_steward(removal.term.member) is stays
    assert removal.ended == ending


def test_one_case_at_a_time(removal):
    with pytest.raises(Refusal) as refused:
        ask_removal(act_by(make_member()), removal.term, ground=RemovalGround.ABUSE, reason="So.")
    assert refused.value.code == "administration.permission.may-not"
