"""Verdicts that wait are looked for with one question, at every tick."""

import pytest

from college.debates import due as debates
from college.debates.actions.enacting import enact_waiting
from college.summaries import due as summaries
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("room", [debates, summaries], ids=["debates", "summaries"])
def test_where_no_verdict_waits_no_table_is_looked_through(
    room, act, django_assert_num_queries
) -> None:
    make_college()
    with django_assert_num_queries(1):
        assert enact_waiting(act, room._ASKING) == 0
