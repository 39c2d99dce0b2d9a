"""When an offer to speak stands."""

from datetime import UTC, datetime, timedelta

import pytest

from college.debates.rules.delegates import Outcome, is_silent, outcome

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("objected", "standing", "silent", "expected"),
    [
        # nobody stands: the offer does, unless a holder objected
        (False, False, False, Outcome.STANDS),
        (True, False, False, Outcome.WAITS),
        # somebody stands: the offer waits until they are silent
        (False, True, False, Outcome.WAITS),
        (False, True, True, Outcome.REPLACES),
        (True, True, True, Outcome.WAITS),
    ],
)
def test_outcome(objected, standing, silent, expected):
    assert outcome(objected=objected, standing=standing, silent=silent) is expected


def test_delegate_is_silent_only_when_longer_than_the_charter_allows():
    assert not is_silent(NOW, now=NOW + WEEK, allowed=WEEK)
    assert is_silent(NOW, now=NOW + WEEK + timedelta(milliseconds=1), allowed=WEEK)
