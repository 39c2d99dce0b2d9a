"""Who keeps results."""

from collections.abc import Callable

from college.people.models import Member


def may_keep_results(member: Member | None) -> bool:
    """Any member: a kept result is a note to oneself, and nobody else sees it."""
    return member is not None


PERMISSIONS: dict[str, Callable[..., bool]] = {"may_keep_results": may_keep_results}
