"""may_hand_in: its own team, once, while drafts are written; the joint one never."""

import pytest

from college.summaries.models import Draft
from college.summaries.rules.life import Side, SummaryState
from tests.summaries.permissions.writers import make_writers

pytestmark = pytest.mark.django_db


def test_may_hand_in():
    writers = make_writers()
    drafting = {SummaryState.DRAFTING}
    writers.assert_allowed("may_hand_in", lambda w: w.draft(1), {"first": drafting})
    writers.assert_allowed("may_hand_in", lambda w: w.draft(2), {"second": drafting})
    writers.assert_allowed("may_hand_in", lambda w: w.draft(Side.JOINT), {})
    Draft.objects.update(handed_at=writers.desk.at)
    writers.assert_allowed("may_hand_in", lambda w: w.draft(1), {})
