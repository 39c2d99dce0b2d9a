"""may_revise: the author, while the text stands and the debate is not closed."""

from college.debates.actions.withdrawals import withdraw
from tests.debates.permissions import LIVING
from tests.debates.permissions.said import claim_of, fresh


def test_may_revise(cast):
    claim = claim_of(cast, "undecided")
    cast.assert_allowed("may_revise", lambda c: (fresh(claim),), {"undecided": LIVING})


def test_nobody_revises_what_was_withdrawn(cast):
    claim = claim_of(cast, "undecided")
    withdraw(cast.stand.act(cast.roles["undecided"], hours=1), claim)
    cast.assert_allowed("may_revise", lambda c: (fresh(claim),), {})
