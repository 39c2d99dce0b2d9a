"""Moments: how near they are."""

from datetime import UTC, datetime, timedelta

import pytest

from college.ground.moments import is_near

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("sign", [1, -1])
def test_moment_is_near_for_less_than_two_days_before_and_after(sign: int) -> None:
    assert is_near(NOW + sign * timedelta(hours=47, minutes=59), NOW)
    assert not is_near(NOW + sign * timedelta(hours=48), NOW)
