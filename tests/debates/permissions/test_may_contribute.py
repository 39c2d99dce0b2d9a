"""may_contribute: any member, undecided ones too, what the stage is for."""

import pytest

from college.debates.rules.kinds import Kind
from college.debates.rules.stages import Stage
from tests.debates.permissions import MEMBERS

AT = {
    Kind.CLAIM: {Stage.OPEN},
    Kind.ARGUMENT: {Stage.OPEN},
    Kind.EVIDENCE: {Stage.OPEN},
    Kind.DEFINITION: {Stage.FRAMING, Stage.OPEN},
    Kind.CHALLENGE: {Stage.OPEN},
    Kind.ANSWER: {Stage.OPEN, Stage.CLOSING},
    Kind.CONCESSION: {Stage.OPEN, Stage.CLOSING},
    Kind.QUALIFICATION: {Stage.OPEN},
}


@pytest.mark.parametrize("kind", list(Kind))
def test_may_contribute(cast, kind):
    cast.assert_allowed(
        "may_contribute", lambda c: (c.debate, kind), dict.fromkeys(MEMBERS, AT[kind])
    )
