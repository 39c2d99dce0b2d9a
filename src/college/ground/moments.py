"""Moments as the record writes them."""

from datetime import UTC, datetime


def rfc3339(at: datetime) -> str:
    """RFC 3339 in Z with milliseconds: ``2026-03-01T09:30:00.000Z``. ``at`` must be aware."""
    at = at.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
