"""Who states others' viewpoints, and who says whether they are recognised."""

from collections.abc import Callable

PERMISSIONS: dict[str, Callable[..., bool]] = {}
