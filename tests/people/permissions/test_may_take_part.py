"""Only members in standing take part; reading needs nothing."""

import pytest

from college.people.permissions import PERMISSIONS, may_take_part
from college.people.rules.standing import Standing
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("standing", "allowed"),
    [(Standing.ADMITTED, True), (Standing.SUSPENDED, False), (Standing.RESIGNED, False)],
)
def test_may_take_part_by_standing(standing, allowed):
    member = make_member()
    member.standing = standing
    assert may_take_part(member) is allowed


def test_may_take_part_without_membership():
    assert may_take_part(None) is False


def test_table_names_its_own_functions():
    assert {name: p.__name__ for name, p in PERMISSIONS.items()} == {n: n for n in PERMISSIONS}
