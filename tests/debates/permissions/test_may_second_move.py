"""may_second_move: the other moderator, never the proposer, while both have their seats."""

from college.debates.rules.stages import Stage
from tests.debates.permissions.brought import fresh_move, in_force, proposed

MODERATED = {Stage.OPEN, Stage.CLOSING}


def test_may_second_move(cast):
    move = proposed(cast)
    cast.assert_allowed("may_second_move", lambda c: (fresh_move(move),), {"moderator": MODERATED})


def test_nobody_seconds_twice(cast):
    move = in_force(cast)
    cast.assert_allowed("may_second_move", lambda c: (fresh_move(move),), {})


def test_proposer_who_left_is_not_seconded(cast):
    move = proposed(cast)
    cast.debate.moderators.filter(pk=move.proposed_by_id).update(ended_at=cast.stand.at)
    cast.assert_allowed("may_second_move", lambda c: (fresh_move(move),), {})
