"""Notices are their reader's own, a steward included."""

import pytest

from college.people.permissions import may_read_notices
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db


def test_may_read_notices_only_ones_own():
    member = make_member()
    assert may_read_notices(member, member) is True
    assert may_read_notices(make_steward(), member) is False
    assert may_read_notices(None, member) is False
