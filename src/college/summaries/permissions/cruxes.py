"""Who names a crux, says what would change a mind, proposes to reopen."""

from collections.abc import Callable

PERMISSIONS: dict[str, Callable[..., bool]] = {}
