"""may_propose_question: any member proposes a question."""

from tests.debates.permissions import ALL, MEMBERS


def test_may_propose_question(cast):
    cast.assert_allowed("may_propose_question", lambda _: (), dict.fromkeys(MEMBERS, ALL))
