"""may_write: its own team until a draft is handed in, and both teams the joint one while they settle."""

import pytest

from college.summaries.models import Draft, Summary
from college.summaries.rules.life import Side, SummaryState
from tests.summaries.permissions.writers import EDITORS, make_writers

DRAFTING, SETTLING = {SummaryState.DRAFTING}, {SummaryState.SETTLING}

pytestmark = pytest.mark.django_db


def test_may_write():
    writers = make_writers()
    writers.assert_allowed("may_write", lambda w: w.draft(1), {"first": DRAFTING})
    writers.assert_allowed("may_write", lambda w: w.draft(2), {"second": DRAFTING})
    joint = dict.fromkeys(EDITORS, SETTLING)
    Draft.objects.update(handed_at=writers.desk.at)
    writers.assert_allowed("may_write", lambda w: w.draft(Side.JOINT), joint)
    writers.assert_allowed("may_write", lambda w: w.draft(1), {})


def test_draft_of_an_earlier_round_is_written_no_more():
    writers = make_writers()
    old = writers.draft(1).pk
    Summary.objects.update(round=2)
    writers.assert_allowed(
        "may_write", lambda _: Draft.objects.select_related("summary__debate").get(pk=old), {}
    )
