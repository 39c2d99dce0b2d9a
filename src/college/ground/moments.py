"""Moments as the record writes them."""

from datetime import UTC, datetime, timedelta

#: Within this of a moment its hour matters to people, not only its day.
_NEAR = timedelta(days=2)


def rfc3339(at: datetime) -> str:
    """RFC 3339 in Z with milliseconds: ``2026-03-01T09:30:00.000Z``. ``at`` must be aware."""
    at = at.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def is_near(at: datetime, now: datetime) -> bool:
    """Whether a moment is less than two days away, before or after."""
    return abs(at - now) < _NEAR
