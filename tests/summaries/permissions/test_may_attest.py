"""may_attest: the delegate who stands for a viewpoint, of the version that is out or certified."""

import pytest

from college.people.models import Member
from college.summaries.permissions import allows
from college.summaries.queries import versions
from college.summaries.rules.life import SummaryState, VersionState
from tests.factories.colleges import make_college
from tests.factories.people import make_member, suspend
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


def test_may_attest():
    make_college()
    desk = make_summary(SummaryState.ATTESTING)
    version = versions.newest(desk.summary)
    roles: dict[str, Member | None] = {
        "delegate": desk.delegates[0],
        "other delegate": desk.delegates[1],
        "editor": desk.teams[1][0],
        "holder": desk.reader,
        "undecided": desk.undecided,
        "newcomer": make_member(),
        "reader": None,
    }

    def allowed():
        row = versions.newest(desk.summary)
        return {role for role, member in roles.items() if allows("may_attest", member, row)}

    both = {"delegate", "other delegate"}
    assert allowed() == both
    for state in SummaryState:
        summary = desk.summary
        summary.state = state
        summary.save()
        assert allowed() == (both if state is SummaryState.ATTESTING else set()), state
    version.state, version.certified_at = VersionState.CERTIFIED, desk.at
    version.save()
    assert allowed() == both
    suspend(desk.delegates[0])
    roles["delegate"] = Member.objects.get(pk=desk.delegates[0].pk)
    assert allowed() == {"other delegate"}
    version.state = VersionState.RETURNED
    version.save()
    assert allowed() == set()
