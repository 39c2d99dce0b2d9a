"""What lapses by itself."""

from datetime import timedelta

import pytest

from college.ground.act import Act
from college.record import due
from college.record.actions import texts
from college.record.models import Entry, Text, TextState
from tests.factories.acts import MOMENT

pytestmark = pytest.mark.django_db


def test_a_withheld_text_is_released_at_its_moment(act: Act) -> None:
    text, other = texts.commit("Words."), texts.commit("Others.")
    until = MOMENT + timedelta(hours=72)
    texts.withhold(act, text, ground="law", case="", until=until)
    texts.withhold(act, other, ground="law", case="", until=until + timedelta(hours=1))
    assert due.due(until - timedelta(milliseconds=1)) == 0
    assert due.due(until) == 1
    assert due.due(until) == 0
    states = dict(Text.objects.values_list("commitment", "state"))
    assert states == {text.commitment: TextState.OPEN, other.commitment: TextState.WITHHELD}
    released = Entry.objects.get(kind="record.text.released")
    assert (released.actor, released.at) == ("clock", until)
