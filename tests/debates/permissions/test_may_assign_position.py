"""may_assign_position: who marked it, and holders of the viewpoint, until the debate is closed."""

from college.debates.rules.stages import OVER
from tests.debates.permissions import ALL
from tests.debates.permissions.brought import fresh_position, position_by

UNTIL_CLOSED = ALL - OVER


def test_may_assign_position(cast):
    row = position_by(cast, "newcomer")
    cast.assert_allowed(
        "may_assign_position",
        lambda c: (fresh_position(row), c.a),
        dict.fromkeys({"newcomer", "holder", "delegate"}, UNTIL_CLOSED),
    )


def test_that_nobody_speaks_for_it_says_who_marked_it(cast):
    row = position_by(cast, "newcomer")
    cast.assert_allowed(
        "may_assign_position",
        lambda c: (fresh_position(row), None),
        {"newcomer": UNTIL_CLOSED},
    )
