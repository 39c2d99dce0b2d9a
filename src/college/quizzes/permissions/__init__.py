"""Who may do what with quizzes, as one table. What is not in the table is not allowed. Taking a quiz asks no
permission: anybody may."""

from collections.abc import Callable

from college.ground.refusals import Refusal
from college.people.models import Member
from college.quizzes.permissions import items, results, retellings

PERMISSIONS: dict[str, Callable[..., bool]] = {
    **items.PERMISSIONS,
    **results.PERMISSIONS,
    **retellings.PERMISSIONS,
}


def allows(name: str, member: Member | None, *subject: object) -> bool:
    """Whether the table allows it."""
    permission = PERMISSIONS.get(name)
    return permission is not None and permission(member, *subject)


def require(name: str, member: Member | None, *subject: object) -> None:
    """Refuse what the table does not allow; ``web/quizzes/words`` has a sentence for each name."""
    if not allows(name, member, *subject):
        raise Refusal("quizzes.permission.may-not", permission=name)
