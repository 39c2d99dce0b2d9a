"""may_withdraw_retelling: its writer, also while suspended."""

import pytest

from college.quizzes.rules.life import RetellingState
from tests.quizzes.permissions.halls import People

pytestmark = pytest.mark.django_db


def test_writers_take_back_what_they_wrote():
    people = People()
    made = people.hall.write()
    for state in RetellingState:
        made.state = state
        assert people.allowed("may_withdraw_retelling", made) == {"opponent"}, state
    made.member = people.roles["suspended"]
    assert people.allowed("may_withdraw_retelling", made) == {"suspended"}
