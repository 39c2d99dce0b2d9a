"""What stands where words are withheld: whether that has an end by itself."""

from datetime import timedelta

import pytest

from college.ground.act import Act
from college.record.actions.texts import commit, withhold
from college.web.prose import line, shown

pytestmark = pytest.mark.django_db


def test_words_held_for_a_time_say_so(act: Act) -> None:
    text = commit("Words.")
    withhold(act, text, ground="law", case="", until=act.at + timedelta(days=1))
    text.refresh_from_db()
    assert "held back for now" in shown(text)


def test_words_withheld_by_a_verdict_promise_no_end(act: Act) -> None:
    text = commit("Words.")
    withhold(act, text, ground="threat", case="0123456789abc", until=None)
    text.refresh_from_db()
    assert "until another one turns it" in shown(text)
    assert line(text) == "[A verdict withholds this text, until another one turns it.]"
