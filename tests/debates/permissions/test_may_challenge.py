"""may_challenge: any member but the author, while the text stands and the debate is open."""

from college.debates.actions.withdrawals import withdraw
from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS
from tests.debates.permissions.said import claim_of, fresh


def test_may_challenge(cast):
    claim = claim_of(cast, "holder")
    others = {key: {Stage.OPEN} for key in MEMBERS - {"holder"}}
    cast.assert_allowed("may_challenge", lambda c: (fresh(claim),), others)


def test_nobody_may_challenge_what_was_withdrawn(cast):
    claim = claim_of(cast, "holder")
    withdraw(cast.stand.act(cast.roles["holder"], hours=1), claim)
    cast.assert_allowed("may_challenge", lambda c: (fresh(claim),), {})
