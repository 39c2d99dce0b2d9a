"""What journeys stand on: a founded College in a browser, and its mail."""

import re
from collections.abc import Callable

import pytest
from django.core import mail

from college.ground.charter import Charter
from college.record import signing
from college.record.actions.sequence import sequence
from tests.factories.acts import MOMENT
from tests.factories.colleges import ORIGIN, make_college

_CODE = re.compile(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)$", re.MULTILINE)


@pytest.fixture
def college(live, settings, tmp_path) -> Charter:
    """A founded College whose log has a key and a first checkpoint."""
    # Pages that are also published name some others by their whole address.
    settings.COLLEGE_URL = live
    settings.LOG_ORIGIN = ORIGIN
    settings.KEYS = tmp_path / "keys"
    settings.PUBLISHED = tmp_path / "published"
    signing.create()
    charter = make_college()
    sequence(MOMENT)
    return charter


@pytest.fixture
def code() -> Callable[[str], str]:
    """Gives the code in the newest mail to an address."""

    def read(address: str) -> str:
        letter = next(m for m in reversed(mail.outbox) if address in m.to)
        found = _CODE.search(letter.body)
        assert found, letter.body
        return found[1]

    return read
