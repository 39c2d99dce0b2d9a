"""may_edit: editors of either team, while drafts are written or settled."""

import pytest

from college.summaries.models import Editor
from tests.summaries.permissions.writers import EDITORS, WRITING, make_writers

pytestmark = pytest.mark.django_db


def test_may_edit():
    writers = make_writers()
    writers.assert_allowed("may_edit", lambda w: w.summary, dict.fromkeys(EDITORS, WRITING))
    Editor.objects.update(ended_at=writers.desk.at)
    writers.assert_allowed("may_edit", lambda w: w.summary, {})
