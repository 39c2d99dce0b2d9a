"""may_register_question: any member puts a question into the register."""

from tests.debates.permissions import ALL, MEMBERS


def test_may_register_question(cast):
    cast.assert_allowed("may_register_question", lambda _: (), dict.fromkeys(MEMBERS, ALL))
