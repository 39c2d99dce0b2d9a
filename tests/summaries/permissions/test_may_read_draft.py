"""may_read_draft: its own team, and of the joint one both, until it is opened to everybody."""

import pytest

from college.record.actions.texts import commit_document
from college.summaries.models import Draft
from college.summaries.rules.life import Side
from tests.summaries.permissions.writers import EDITORS, STATES, make_writers

pytestmark = pytest.mark.django_db


def test_may_read_draft():
    writers = make_writers()
    writers.assert_allowed("may_read_draft", lambda w: w.draft(1), {"first": STATES})
    writers.assert_allowed("may_read_draft", lambda w: w.draft(2), {"second": STATES})
    both = dict.fromkeys(EDITORS, STATES)
    writers.assert_allowed("may_read_draft", lambda w: w.draft(Side.JOINT), both)
    Draft.objects.update(opened_at=writers.desk.at, document=commit_document({"v": "none"}))
    everybody = dict.fromkeys(writers.roles, STATES)
    writers.assert_allowed("may_read_draft", lambda w: w.draft(1), everybody)
