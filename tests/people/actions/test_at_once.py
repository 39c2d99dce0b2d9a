"""Two people want one name, or one person joins in two windows: one of them does, the other is told."""

import pytest

from college.ground.act import Act
from college.people.actions.membership import admit, rename
from college.people.models import Account, Member
from tests.factories.acts import MOMENT
from tests.factories.at_once import at_once
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db(transaction=True)
BOTH = 4


def _join(account, name):
    act = Act(actor="import", at=MOMENT)
    return lambda: admit(act, account=account, public_name=name).public_name


@pytest.mark.parametrize("time", range(3))
def test_one_name_is_given_once(time):
    accounts = [Account.objects.create_user(f"a{n}@example.org") for n in range(BOTH)]
    results = at_once([_join(account, "Heron") for account in accounts])
    assert sorted(map(str, results)) == ["Heron", *["people.name.taken"] * (BOTH - 1)]


@pytest.mark.parametrize("time", range(3))
def test_one_account_joins_once(time):
    account = Account.objects.create_user("a@example.org")
    results = at_once([_join(account, f"Heron {n}") for n in range(BOTH)])
    assert results.count("people.member.already") == BOTH - 1
    assert Member.objects.count() == 1


@pytest.mark.parametrize("time", range(3))
def test_one_name_is_taken_over_once(time):
    members = [make_member() for _n in range(BOTH)]
    results = at_once(
        [
            lambda member=member: rename(act_by(member), public_name="Heron", about="").public_name
            for member in members
        ]
    )
    assert sorted(map(str, results)) == ["Heron", *["people.name.taken"] * (BOTH - 1)]
