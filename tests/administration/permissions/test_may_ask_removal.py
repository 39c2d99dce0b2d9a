"""may_ask_removal: every other member, while the term runs and no case is open."""

import pytest

from college.administration.actions.removals import ask_removal
from college.administration.permissions import allows
from college.administration.rules.grounds import RemovalGround
from college.people.actions.offices import end_term
from college.people.models import Term
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_ask_removal():
    make_college()
    holder, member = make_steward(), make_member()
    term = Term.objects.get(member=holder)
    roles = {
        "reader": None,
        "member": member,
        "other steward": make_steward(),
        "suspended": suspend(make_member()),
        "holder": holder,
    }
    may = {role for role, m in roles.items() if allows("may_ask_removal", m, term)}
    assert may == {"member", "other steward"}
    ask_removal(act_by(member), term, ground=RemovalGround.ABUSE, reason="So.")
    assert not allows("may_ask_removal", make_member(), term)


def test_may_ask_removal_not_of_a_term_that_ended():
    make_college()
    member = make_steward()
    ended = end_term(act_by(member), Term.objects.get(member=member))
    assert not allows("may_ask_removal", make_member(), ended)
