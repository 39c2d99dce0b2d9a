"""Everybody who might state a viewpoint or read what was stated, and who of them is allowed something."""

from college.people.models import Member
from college.quizzes.permissions import PERMISSIONS, allows
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward, suspend
from tests.factories.retellings import Hall, make_hall


class People:
    """``holder`` holds A, ``suspended`` too; ``opponent`` holds B; ``outsider`` and ``steward`` declared
    nothing; ``reader`` is no member."""

    def __init__(self) -> None:
        make_college()
        self.hall: Hall = make_hall(readers=2)
        self.roles: dict[str, Member | None] = {
            "holder": self.hall.readers[0],
            "opponent": self.hall.writer,
            "outsider": make_member(),
            "steward": make_steward(),
            "suspended": suspend(self.hall.readers[1]),
            "reader": None,
        }

    def allowed(self, permission: str, *subject: object) -> set[str]:
        """The roles that may."""
        assert permission in PERMISSIONS
        return {role for role, member in self.roles.items() if allows(permission, member, *subject)}
