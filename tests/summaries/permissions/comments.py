"""Everybody who might comment, and who of them is allowed something."""

from dataclasses import dataclass

from college.people.models import Member
from college.summaries.permissions import PERMISSIONS, allows
from tests.factories.colleges import make_college
from tests.factories.comments import commented_shelf
from tests.factories.people import make_member, make_steward, suspend
from tests.factories.readings import Shelf


@dataclass
class Readers:
    """``author`` (holder of A), ``other`` (holder of B), ``undecided`` (nothing declared), ``steward``,
    ``suspended``, ``reader`` (no member)."""

    shelf: Shelf
    roles: dict[str, Member | None]

    def allowed(self, permission: str, *subject: object) -> set[str]:
        """The roles that may."""
        assert permission in PERMISSIONS
        return {role for role, member in self.roles.items() if allows(permission, member, *subject)}


def make_readers() -> Readers:
    make_college()
    shelf = commented_shelf()
    author, other = shelf.stand.holders
    roles: dict[str, Member | None] = {
        "author": author,
        "other": other,
        "undecided": make_member(),
        "steward": make_steward(),
        "suspended": suspend(make_member()),
        "reader": None,
    }
    return Readers(shelf, roles)
