"""may_tell_mind: the standing delegates of the two viewpoints, as long as the crux stands."""

import pytest

from tests.summaries.permissions.turning import make_roles

pytestmark = pytest.mark.django_db


def test_the_two_delegates_say_it() -> None:
    roles = make_roles()
    crux = roles.turning.crux()
    assert roles.allowed("may_tell_mind", crux) == {"first-delegate", "second-delegate"}
    crux.dropped_at = roles.turning.stand.at
    assert roles.allowed("may_tell_mind", crux) == set()
