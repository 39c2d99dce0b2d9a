"""Everybody who may have to do with a crux, by role."""

from dataclasses import dataclass

from college.people.models import Member
from college.summaries.permissions import allows
from tests.factories.colleges import make_college
from tests.factories.people import make_member, suspend
from tests.factories.turning import Turning, make_turning


@dataclass
class Roles:
    turning: Turning
    roles: dict[str, Member | None]

    def allowed(self, permission: str, *subject: object) -> set[str]:
        """The roles that the table lets through."""
        return {name for name, who in self.roles.items() if allows(permission, who, *subject)}


def make_roles() -> Roles:
    """A founded College; ``second`` is a holder of the second viewpoint, who proposes what is proposed."""
    make_college()
    turning = make_turning()
    suspended = make_member()
    suspend(suspended)
    first, other = turning.delegates
    return Roles(
        turning,
        {
            "reader": None,
            "member": make_member(),
            "suspended": Member.objects.get(pk=suspended.pk),
            "editor": turning.editor,
            "second": turning.stand.holders[1],
            "first-delegate": first,
            "second-delegate": other,
        },
    )


EVERYBODY = {"member", "editor", "second", "first-delegate", "second-delegate"}
