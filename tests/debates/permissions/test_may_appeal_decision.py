"""may_appeal_decision: whose thing it is, of a grant that no review has seen."""

import pytest

from college.committees.models import Case
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.debates.actions.mergers import ask_merger
from tests.debates.permissions import ALL

REASON = "Both grant that the ferry runs and deny that it pays."


@pytest.fixture
def case(cast) -> Case:
    """Whether B is part of A: asked by a holder of A, of viewpoints that others proposed."""
    part, whole = cast.stand.viewpoints[1], cast.stand.viewpoints[0]
    asked = ask_merger(cast.stand.act(cast.roles["holder"]), part, into=whole, reason=REASON)
    found = Case.objects.get(pk=asked.case.pk)
    found.verdict, found.verdict_ground = Choice.GRANT, found.rule
    found.verdict_at = found.effect_due_at = cast.stand.at
    found.state, found.provisional = CaseState.SETTLED, False
    found.save()
    for role in ("suspended", "undecided"):
        found.parties.create(member=cast.roles[role], ground="author")
    return found


def test_may_appeal_decision(cast, case):
    who = dict.fromkeys(("suspended", "undecided", "delegate"), ALL)
    cast.assert_allowed("may_appeal_decision", lambda c: (case,), who)


@pytest.mark.parametrize(
    "changed", [{"step": Step.REVIEW}, {"verdict": Choice.KEEP}, {"provisional": True}]
)
def test_nobody_appeals_what_is_final_kept_or_provisional(cast, case, changed):
    for name, value in changed.items():
        setattr(case, name, value)
    cast.assert_allowed("may_appeal_decision", lambda c: (case,), {})
