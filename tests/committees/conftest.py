"""A founded College whose log has a key, for everything in committees."""

import pytest

from college.ground.charter import Charter, Preset
from college.record import signing
from tests.factories.colleges import ORIGIN, make_college


@pytest.fixture
def college(db, settings, tmp_path) -> Charter:
    """A class: an epoch is four minutes long, its last minute for lodging, one more for revealing."""
    settings.LOG_ORIGIN = ORIGIN
    settings.KEYS = tmp_path / "keys"
    signing.create()
    return make_college(Preset.CLASS)
