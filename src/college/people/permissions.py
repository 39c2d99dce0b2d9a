"""Who may do what about people. What is not in the table is not allowed."""

from collections.abc import Callable

from college.people import queries
from college.people.models import Member
from college.people.rules.standing import Standing, may_act


def may_take_part(member: Member | None) -> bool:
    """Act as a member at all."""
    return member is not None and may_act(Standing(member.standing))


def may_set_dates(member: Member | None) -> bool:
    """A steward's power: settings and invitations, never content."""
    return member is not None and may_take_part(member) and queries.is_steward(member)


def may_read_notices(member: Member | None, owner: Member) -> bool:
    """Notices are their reader's own."""
    return member is not None and member.pk == owner.pk


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_take_part": may_take_part,
    "may_set_dates": may_set_dates,
    "may_read_notices": may_read_notices,
}
