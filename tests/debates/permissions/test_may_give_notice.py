"""may_give_notice: anybody without an account, of a text that can be read, at every stage."""

from college.debates.actions.withdrawals import withdraw
from tests.debates.permissions import ALL
from tests.debates.permissions.said import claim_of, fresh


def test_may_give_notice(cast):
    claim = claim_of(cast, "holder")
    cast.assert_allowed("may_give_notice", lambda c: (fresh(claim),), {"reader": ALL})


def test_nobody_gives_notice_of_what_is_gone(cast):
    claim = claim_of(cast, "holder")
    withdraw(cast.stand.act(cast.roles["holder"], hours=1), claim)
    cast.assert_allowed("may_give_notice", lambda c: (fresh(claim),), {})
