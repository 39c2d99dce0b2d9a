"""Terms of office begin and end, each an entry."""

import pytest

from college.ground.refusals import Refusal
from college.people.actions.offices import begin_term, end_term
from college.people.queries import is_steward
from college.people.rules.standing import Office
from college.record.models import Entry
from tests.factories.people import act_by, make_member, make_steward

pytestmark = pytest.mark.django_db


def test_begin_term_makes_a_steward():
    member = make_member()
    assert not is_steward(member)
    begin_term(act_by(member), member, office=Office.STEWARD)
    assert is_steward(member)


def test_begin_term_twice_is_refused():
    steward = make_steward()
    with pytest.raises(Refusal) as refused:
        begin_term(act_by(steward), steward, office=Office.STEWARD)
    assert refused.value.code == "people.term.already"


def test_end_term_is_recorded_once():
    steward = make_steward()
    term = steward.terms.get()
    end_term(act_by(steward), term)
    end_term(act_by(steward), term)
    assert not is_steward(steward)
    assert Entry.objects.filter(kind="people.term.ended").count() == 1
