"""may_answer: who holds the challenged text; the author alone where the author is undecided."""

from college.debates.rules.stages import Stage
from tests.debates.permissions.said import claim_of, fresh

ANSWERING = {Stage.OPEN, Stage.CLOSING}


def test_may_answer(cast):
    claim = claim_of(cast, "holder")
    expected = {"holder": ANSWERING, "delegate": ANSWERING}
    cast.assert_allowed("may_answer", lambda c: (fresh(claim),), expected)


def test_only_the_author_answers_for_an_undecided_text(cast):
    claim = claim_of(cast, "undecided")
    cast.assert_allowed("may_answer", lambda c: (fresh(claim),), {"undecided": ANSWERING})
