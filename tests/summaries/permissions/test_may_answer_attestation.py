"""may_answer_attestation: whoever edited the summary, of what was said with a comment."""

import pytest

from college.people.models import Member
from college.summaries.actions.attestations import attest
from college.summaries.permissions import allows
from college.summaries.queries import attestations, versions
from college.summaries.rules.life import Fairness, SummaryState
from tests.factories.colleges import make_college
from tests.factories.people import make_member, suspend
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


def test_may_answer_attestation():
    make_college()
    desk = make_summary(SummaryState.ATTESTING)
    version, speaker = versions.newest(desk.summary), desk.delegates[0]
    roles: dict[str, Member | None] = {
        "first team": desk.teams[1][0],
        "second team": desk.teams[2][1],
        "delegate": speaker,
        "holder": desk.reader,
        "newcomer": make_member(),
        "reader": None,
    }

    def allowed():
        row = attestations.standing(version).get()
        return {r for r, m in roles.items() if allows("may_answer_attestation", m, row)}

    attest(desk.act(speaker), version, statement="", fairness=Fairness.FAIR)
    assert allowed() == set()
    given = {"fairness": Fairness.NOT_FAIR, "comment": "It is not what we hold."}
    attest(desk.act(speaker), version, statement="", **given)
    assert allowed() == {"first team", "second team"}
    suspend(desk.teams[1][0])
    roles["first team"] = Member.objects.get(pk=desk.teams[1][0].pk)
    assert allowed() == {"second team"}
