"""may_retell: members who do not hold the viewpoint, once a version of the summary is certified."""

import pytest

from college.debates.models import Viewpoint
from college.summaries.models import Version
from college.summaries.rules.life import VersionState
from tests.quizzes.permissions.halls import People

pytestmark = pytest.mark.django_db


def fresh(viewpoint: Viewpoint) -> Viewpoint:
    return Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)


def test_members_state_viewpoints_that_they_do_not_hold():
    people = People()
    first, second = people.hall.stand.viewpoints
    assert people.allowed("may_retell", first) == {"opponent", "outsider", "steward"}
    assert people.allowed("may_retell", second) == {"holder", "outsider", "steward"}
    Viewpoint.objects.filter(pk=first.pk).update(merged_into=second)
    assert people.allowed("may_retell", fresh(first)) == set()
    Viewpoint.objects.filter(pk=first.pk).update(merged_into=None, admitted_at=None, letter="")
    assert people.allowed("may_retell", fresh(first)) == set()
    Version.objects.update(state=VersionState.CANDIDATE)
    assert people.allowed("may_retell", second) == set()
