"""may_hold_text: a steward, of a text that is published."""

import pytest

from college.administration.permissions import allows
from college.record.actions.texts import commit, erase
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_hold_text():
    make_college()
    text, steward = commit("Words."), make_steward()
    roles = {
        "reader": None,
        "member": make_member(),
        "steward": steward,
        "suspended steward": suspend(make_steward()),
    }
    may = {role for role, m in roles.items() if allows("may_hold_text", m, text)}
    assert may == {"steward"}
    erase(act_by(steward), text, ground="withdrawn")
    text.refresh_from_db()
    assert not allows("may_hold_text", steward, text)
