"""Who says why something was left out."""

from collections.abc import Callable

from college.people.models import Member
from college.people.permissions import may_take_part
from college.summaries.models import Summary
from college.summaries.queries import editors


def may_reason_omission(member: Member | None, summary: Summary) -> bool:
    """An editor of either team, at any time."""
    return (
        member is not None
        and may_take_part(member)
        and editors.seat_of(member, summary) is not None
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {"may_reason_omission": may_reason_omission}
