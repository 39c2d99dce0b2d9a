"""may_take_back: its own team, while drafts are written: once both are in, they are not any more."""

import pytest

from college.summaries.models import Draft
from college.summaries.rules.life import SummaryState
from tests.summaries.permissions.writers import make_writers

pytestmark = pytest.mark.django_db


def test_may_take_back():
    writers = make_writers()
    writers.assert_allowed("may_take_back", lambda w: w.draft(1), {})
    Draft.objects.filter(side=1).update(handed_at=writers.desk.at)
    drafting = {SummaryState.DRAFTING}
    writers.assert_allowed("may_take_back", lambda w: w.draft(1), {"first": drafting})
    writers.assert_allowed("may_take_back", lambda w: w.draft(2), {})
