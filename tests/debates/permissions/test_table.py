"""The table itself: default deny, and every refusal has a sentence."""

from pathlib import Path

from college.debates.permissions import PERMISSIONS, allows
from college.web.debates.words.permissions import MAY_NOT


def test_what_is_not_in_the_table_is_not_allowed(cast):
    assert all(not allows("may_do_as_they_like", member) for member in cast.roles.values())


def test_every_permission_of_the_frame_says_who_may():
    assert set(PERMISSIONS) <= set(MAY_NOT)
    assert all(str(sentence).endswith(".") for sentence in MAY_NOT.values())


def test_every_permission_has_a_test_of_its_own():
    here = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_may_*.py")}
    assert set(PERMISSIONS) <= here
