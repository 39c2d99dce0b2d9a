"""Who writes, hands in and settles."""

from collections.abc import Callable

PERMISSIONS: dict[str, Callable[..., bool]] = {}
