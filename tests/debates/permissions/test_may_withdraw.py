"""may_withdraw: the author, at any time, once."""

from college.debates.actions.withdrawals import withdraw
from tests.debates.permissions import ALL
from tests.debates.permissions.said import claim_of, fresh


def test_may_withdraw(cast):
    claim = claim_of(cast, "holder")
    cast.assert_allowed("may_withdraw", lambda c: (fresh(claim),), {"holder": ALL})


def test_nobody_withdraws_twice(cast):
    claim = claim_of(cast, "holder")
    withdraw(cast.stand.act(cast.roles["holder"], hours=1), claim)
    cast.assert_allowed("may_withdraw", lambda c: (fresh(claim),), {})
