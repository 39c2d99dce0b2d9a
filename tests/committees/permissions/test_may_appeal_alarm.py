"""may_appeal_alarm: the one whose chart it is, whoever else they are."""

import pytest

from college.committees.models import Alarm, Chart
from college.committees.permissions import allows
from college.committees.rules.charts import Direction
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward, suspend
from tests.factories.settled import make_settled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["sitting", "settled"])
def test_may_appeal_alarm(state):
    make_college()
    charted, other, suspended = make_member(), make_member(), make_member()
    suspend(suspended)
    (case, others_case) = make_settled(2, procedure="alarm", state=state)
    for member, alarm in ((charted, case), (suspended, others_case)):
        chart = Chart.objects.create(member=member, direction=Direction.TOO_HARD)
        Alarm.objects.create(chart=chart, raised_at=MOMENT, case=alarm)
    allowed = {
        "reader": (None, case),
        "charted": (charted, case),
        "other": (other, case),
        "steward": (make_steward(), case),
        "charted of another case": (charted, others_case),
        "suspended": (suspended, others_case),
    }
    found = {role for role, who in allowed.items() if allows("may_appeal_alarm", *who)}
    assert found == {"charted", "suspended"}
