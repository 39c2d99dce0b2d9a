"""A summary begins by itself when its debate is closed."""

import pytest

from college.summaries.actions.summaries import begin
from college.summaries.models import Draft, Summary
from college.summaries.rules.life import SummaryState
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


def test_closed_debate_begins_its_summary_with_two_empty_drafts():
    make_college()
    desk = make_summary(seated=False)
    assert desk.summary.state == SummaryState.DRAFTING
    assert sorted(Draft.objects.values_list("side", flat=True)) == [1, 2]
    assert begin(desk.act(desk.reader), desk.debate) is None
    assert Summary.objects.count() == 1
