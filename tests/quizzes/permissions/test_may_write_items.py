"""may_write_items: any member who may take part, once a version is certified."""

import pytest

from college.summaries.models import Version
from college.summaries.rules.life import VersionState
from tests.quizzes.permissions.writers import make_writers

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", VersionState)
def test_members_write_items_of_what_is_certified(state):
    writers = make_writers()
    Version.objects.update(state=state)
    expected = {"holder", "undecided", "steward"} if state is VersionState.CERTIFIED else set()
    assert writers.allowed("may_write_items", writers.bank.debate) == expected
