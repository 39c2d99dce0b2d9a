"""Who attests, and answers."""

from collections.abc import Callable

PERMISSIONS: dict[str, Callable[..., bool]] = {}
