"""may_settle: editors of either team, while the drafts lie side by side."""

import pytest

from college.summaries.rules.life import SummaryState
from tests.summaries.permissions.writers import EDITORS, make_writers

SETTLING = frozenset({SummaryState.SETTLING})

pytestmark = pytest.mark.django_db


def test_may_settle():
    settling = dict.fromkeys(EDITORS, SETTLING)
    make_writers().assert_allowed("may_settle", lambda w: w.summary, settling)
