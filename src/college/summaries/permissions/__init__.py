"""Who may do what with a summary, as one table. What is not in the table is not allowed."""

from collections.abc import Callable

from college.ground.refusals import Refusal
from college.people.models import Member
from college.summaries.permissions import (
    attestations,
    comments,
    cruxes,
    editors,
    omissions,
)

PERMISSIONS: dict[str, Callable[..., bool]] = {
    **editors.PERMISSIONS,
    **attestations.PERMISSIONS,
    **comments.PERMISSIONS,
    **cruxes.PERMISSIONS,
    **omissions.PERMISSIONS,
}


def allows(name: str, member: Member | None, *subject: object) -> bool:
    """Whether the table allows it."""
    permission = PERMISSIONS.get(name)
    return permission is not None and permission(member, *subject)


def require(name: str, member: Member | None, *subject: object) -> None:
    """Refuse what the table does not allow; ``web/summaries/words`` has a sentence for each name."""
    if not allows(name, member, *subject):
        raise Refusal("summaries.permission.may-not", permission=name)
