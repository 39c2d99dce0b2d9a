"""Who may do what in a debate, as one table. What is not in the table is not allowed.

A permission takes the member (``None``: a reader), then its subject, and answers yes or no. It knows
roles and stages; lengths, limits and what is stale are for the rules.
"""

from collections.abc import Callable

from college.debates.permissions import (
    contributions,
    decisions,
    framing,
    hearings,
    intake,
    moderation,
)
from college.ground.refusals import Refusal
from college.people.models import Member

PERMISSIONS: dict[str, Callable[..., bool]] = {
    **framing.PERMISSIONS,
    **contributions.PERMISSIONS,
    **intake.PERMISSIONS,
    **moderation.PERMISSIONS,
    **hearings.PERMISSIONS,
    **decisions.PERMISSIONS,
}


def allows(name: str, member: Member | None, *subject: object) -> bool:
    """Whether the table allows it."""
    permission = PERMISSIONS.get(name)
    return permission is not None and permission(member, *subject)


def require(name: str, member: Member | None, *subject: object) -> None:
    """Refuse what the table does not allow; ``web/debates/words`` has a sentence for each name."""
    if not allows(name, member, *subject):
        raise Refusal("debates.permission.may-not", permission=name)
