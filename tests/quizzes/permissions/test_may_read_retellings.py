"""may_read_retellings: those who hold the viewpoint now."""

import pytest
from django.utils import timezone

from college.debates.models import Holding
from tests.quizzes.permissions.halls import People

pytestmark = pytest.mark.django_db


def test_holders_read_what_others_wrote_of_their_viewpoint():
    people = People()
    first, second = people.hall.stand.viewpoints
    assert people.allowed("may_read_retellings", first) == {"holder"}
    assert people.allowed("may_read_retellings", second) == {"opponent"}
    Holding.objects.filter(viewpoint=first).update(ended_at=timezone.now())
    assert people.allowed("may_read_retellings", first) == set()
