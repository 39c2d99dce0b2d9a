"""may_appeal_retelling: the writer, of a restriction in force, once; also while suspended."""

import pytest

from college.committees.models import Case
from college.debates.rules.grounds import Ground
from college.quizzes.models import RetellingHearing
from college.record.actions.texts import commit
from tests.quizzes.permissions.halls import People

pytestmark = pytest.mark.django_db


def test_writers_appeal_what_gave_way():
    people = People()
    made, case = people.hall.write(), Case.objects.latest("pk")
    at = people.hall.stand.at
    hearing = RetellingHearing(
        retelling=made,
        case=case,
        ground=Ground.INSULT,
        text=commit("So."),
        reported_by=people.hall.readers[0],
        at=at,
    )
    case.appealed_at = None
    assert people.allowed("may_appeal_retelling", hearing) == set()
    hearing.restricted_at = at
    assert people.allowed("may_appeal_retelling", hearing) == {"opponent"}
    made.member = people.roles["suspended"]
    assert people.allowed("may_appeal_retelling", hearing) == {"suspended"}
    case.appealed_at = at
    assert people.allowed("may_appeal_retelling", hearing) == set()
    case.appealed_at, hearing.lifted_at = None, at
    assert people.allowed("may_appeal_retelling", hearing) == set()
    hearing.lifted_at, hearing.retelling = None, None
    assert people.allowed("may_appeal_retelling", hearing) == set()
