"""A comment through a whole round: on a certified version, on the candidate that follows, and for good."""

import pytest

from college.debates.models import Debate
from college.debates.rules.stages import Stage
from college.summaries.actions.comments import make_comment
from college.summaries.actions.wordings import reword
from college.summaries.models import Anchor, DraftStatement, Summary, Version
from college.summaries.queries.comments import newest, of_version
from college.summaries.queries.plain import sentences_of
from college.summaries.rules.life import AnchorHow, SummaryState, Take, VersionState
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


def test_candidate_has_the_comments_of_the_version_before_it():
    make_college()
    desk = make_summary(SummaryState.ATTESTING)
    first = Version.objects.select_related("summary__debate").get()
    kept, changed = sentences_of(first)[:2]
    for one in (kept, changed):
        given = {"exact": one.words, "statement": one.statement, "text": "Said with care."}
        make_comment(desk.act(desk.reader), first, **given)
    Version.objects.update(state=VersionState.CERTIFIED, certified_at=desk.at)
    Summary.objects.update(state=SummaryState.CERTIFIED, until=None)
    Debate.objects.update(stage=Stage.CLOSED)
    desk.wait(days=30)
    row = DraftStatement.objects.get(draft=desk.draft(1), statement=changed.statement)
    reword(desk.act(desk.teams[1][0]), row, words="Now it is all said otherwise.", base=1)
    for side in desk.teams:
        desk.hand_in(side)
    desk.sign(Take.FIRST)
    candidate = newest(desk.debate.slug)
    assert (candidate.number, candidate.state) == (2, VersionState.CANDIDATE)
    assert [one.how for one in of_version(candidate)] == [AnchorHow.EXACT, AnchorHow.ORPHANED]
    assert Anchor.objects.filter(version=first, how=AnchorHow.WRITTEN).count() == 2
