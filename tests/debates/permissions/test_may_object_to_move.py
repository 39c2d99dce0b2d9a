"""may_object_to_move: the author of the text it touches, and holders of its viewpoint."""

from college.debates.rules.stages import Stage
from tests.debates.permissions.brought import fresh_move, in_force, proposed, undone

MODERATED = {Stage.OPEN, Stage.CLOSING}


def test_may_object_to_move(cast):
    move = in_force(cast)
    cast.assert_allowed(
        "may_object_to_move",
        lambda c: (fresh_move(move),),
        dict.fromkeys({"holder", "delegate"}, MODERATED),
    )


def test_nobody_objects_to_what_is_not_in_force(cast):
    for move in (proposed(cast), undone(cast)):
        cast.assert_allowed("may_object_to_move", lambda c, move=move: (fresh_move(move),), {})
