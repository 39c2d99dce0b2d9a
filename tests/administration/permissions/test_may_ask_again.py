"""may_ask_again: whom a case concerns, while its verdict is two stewards'."""

import pytest

from college.administration.permissions import allows
from college.committees.actions.cases import open_case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.record.actions.texts import commit
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward

pytestmark = pytest.mark.django_db


def test_may_ask_again():
    make_college()
    author, reporter = make_member(), make_member()
    case = open_case(
        act_by(reporter),
        procedure=Procedure.CONDUCT,
        rule="unlawful",
        shown=[commit("Words.")],
        parties={author.public_id: Party.AUTHOR, reporter.public_id: Party.REPORTED},
    )
    roles = {
        "reader": None,
        "author": author,
        "reporter": reporter,
        "member": make_member(),
        "steward": make_steward(),
    }
    assert not any(allows("may_ask_again", m, case) for m in roles.values())
    case.provisional = True
    may = {role for role, m in roles.items() if allows("may_ask_again", m, case)}
    assert may == {"author", "reporter"}
