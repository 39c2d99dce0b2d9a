"""may_agree_to_move: standing delegates of the sides, of a move that is undone, once."""

from college.debates.actions.moves import agree_to_move
from college.debates.rules.stages import Stage
from tests.debates.permissions.brought import fresh_move, in_force, member_of, undone

MODERATED = {Stage.OPEN, Stage.CLOSING}


def test_may_agree_to_move(cast):
    move = undone(cast)
    cast.assert_allowed("may_agree_to_move", lambda c: (fresh_move(move),), {"delegate": MODERATED})


def test_nobody_agrees_twice(cast):
    move = undone(cast)
    agree_to_move(cast.stand.act(member_of(cast, "delegate")), move)
    cast.assert_allowed("may_agree_to_move", lambda c: (fresh_move(move),), {})


def test_nobody_needs_to_agree_to_what_is_in_force(cast):
    move = in_force(cast)
    cast.assert_allowed("may_agree_to_move", lambda c: (fresh_move(move),), {})
