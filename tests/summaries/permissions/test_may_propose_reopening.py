"""may_propose_reopening: any member, once the debate is over."""

import pytest

from college.debates.rules.stages import Stage
from tests.summaries.permissions.turning import EVERYBODY, make_roles

pytestmark = pytest.mark.django_db


def test_members_bring_new_evidence_once_the_debate_is_over() -> None:
    roles = make_roles()
    crux = roles.turning.crux()
    allowed = {}
    for stage in Stage:
        crux.summary.debate.stage = stage
        allowed[stage] = roles.allowed("may_propose_reopening", crux)
    over = {Stage.CLOSED, Stage.SUMMARISED}
    assert allowed == {stage: EVERYBODY if stage in over else set() for stage in Stage}
    crux.summary.debate.stage = Stage.CLOSED
    crux.dropped_at = roles.turning.stand.at
    assert roles.allowed("may_propose_reopening", crux) == set()
