"""may_reword_question: the proposer, until the debate opens."""

from tests.debates.permissions import UNTIL_OPEN


def test_may_reword_question(cast):
    cast.assert_allowed("may_reword_question", lambda c: (c.debate,), {"proposer": UNTIL_OPEN})
