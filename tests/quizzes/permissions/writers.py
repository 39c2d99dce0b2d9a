"""Everybody who might write items, and who of them is allowed something."""

from dataclasses import dataclass

from college.people.models import Member
from college.quizzes.permissions import PERMISSIONS, allows
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward, suspend
from tests.factories.quizzes import Bank, make_quiz


@dataclass
class Writers:
    """``holder`` of a viewpoint, ``undecided`` (nothing declared), ``steward``, ``suspended``, ``reader`` (no
    member)."""

    bank: Bank
    roles: dict[str, Member | None]

    def allowed(self, permission: str, *subject: object) -> set[str]:
        """The roles that may."""
        assert permission in PERMISSIONS
        return {role for role, member in self.roles.items() if allows(permission, member, *subject)}


def make_writers() -> Writers:
    make_college()
    bank = make_quiz()
    return Writers(
        bank,
        {
            "holder": bank.shelf.stand.holders[0],
            "undecided": make_member(),
            "steward": make_steward(),
            "suspended": suspend(make_member()),
            "reader": None,
        },
    )
