"""may_keep_results: any member, for themselves; readers have no place to keep them."""

import pytest

from college.quizzes.permissions import allows
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


def test_may_keep_results():
    assert allows("may_keep_results", make_member())
    assert not allows("may_keep_results", None)
