"""A debate lives through all its stages under the clocks of every preset."""

import pytest

from college.debates.rules.stages import Stage
from college.ground.charter import Preset
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preset", list(Preset))
def test_debate_lives_from_proposal_to_its_end(preset):
    clocks = make_college(preset).clocks
    stand = make_debate(Stage.CLOSED)
    lasted = stand.debate.closed_at - stand.debate.proposed_at
    whole = clocks.question_notice + clocks.framing + clocks.open + clocks.closing
    assert lasted == whole
    begun = Entry.objects.filter(kind="debates.stage.begun", actor="clock").count()
    assert begun == len({Stage.FRAMING, Stage.OPEN, Stage.CLOSING, Stage.CLOSED})
