"""Law 5: no one person, and no one panel, certifies a summary or sends it back."""

import pytest

from college.committees.actions.stewards import vote_as_steward
from college.committees.rules.areas import OF_SUMMARIES, WAYS
from college.committees.rules.feasibility import size_of
from college.ground.charter import Preset
from college.people.queries import stewards
from college.record.actions.texts import withhold
from college.summaries.models import Certificate
from college.summaries.queries import versions
from college.summaries.rules.life import CertificateState, SummaryState, VersionState
from tests.factories.certifying import GRANT, REASON, certificate, judge, make_version
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("procedure", sorted(OF_SUMMARIES))
def test_law_5_nothing_decided_by_one_panel(preset, procedure):
    charter = make_college(preset)
    for name in WAYS[procedure].sizes:
        size = size_of(charter, name)
        assert size.panels >= 2
        assert size.threshold * 2 > size.seats


def test_law_5_nothing_decided_by_one_steward():
    make_college()
    desk, version = make_version(SummaryState.CERTIFYING)
    for row in Certificate.objects.filter(version=version):
        one = stewards().first().member
        ground = row.case.grounds[0]
        vote_as_steward(desk.act(one), row.case, choice=GRANT, ground=ground, reason=REASON)
    desk.wait(hours=1)
    assert certificate(desk, 0).state == CertificateState.ASKED
    assert versions.newest(desk.summary).state == VersionState.CANDIDATE


def test_law_5_nothing_decided_by_one_who_holds_a_source_back_for_a_time():
    make_college()
    desk, version = make_version(SummaryState.CERTIFYING)
    source = desk.claims[0].revisions.get().text
    until = desk.at.replace(year=desk.at.year + 1)
    withhold(desk.act(desk.reader), source, ground="threat", case="", until=until)
    judge(desk)
    version.refresh_from_db()
    assert version.state == VersionState.CERTIFIED
