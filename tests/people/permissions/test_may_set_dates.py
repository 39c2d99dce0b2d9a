"""Dates, subjects and invitations are the stewards'."""

import pytest

from college.people.permissions import may_set_dates
from tests.factories.people import make_member, make_steward, suspend

pytestmark = pytest.mark.django_db


def test_may_set_dates_by_role():
    assert may_set_dates(None) is False
    assert may_set_dates(make_member()) is False
    assert may_set_dates(make_steward()) is True
    assert may_set_dates(suspend(make_steward())) is False
