"""may_name_crux: the editors, until the panels read the summary."""

import pytest

from college.summaries.rules.life import SummaryState
from tests.summaries.permissions.turning import make_roles

pytestmark = pytest.mark.django_db


def test_editors_name_and_drop_until_the_panels_read() -> None:
    roles = make_roles()
    summary = roles.turning.summary
    allowed = {}
    for state in SummaryState:
        summary.state = state
        allowed[state] = roles.allowed("may_name_crux", summary)
    before = {SummaryState.DRAFTING, SummaryState.SETTLING, SummaryState.ATTESTING}
    assert allowed == {state: {"editor"} if state in before else set() for state in SummaryState}
    summary.state = SummaryState.DRAFTING
    summary.editors.update(ended_at=roles.turning.stand.at)
    assert roles.allowed("may_name_crux", summary) == set()
