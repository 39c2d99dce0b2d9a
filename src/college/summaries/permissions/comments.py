"""Who comments, reports and appeals."""

from collections.abc import Callable

PERMISSIONS: dict[str, Callable[..., bool]] = {}
