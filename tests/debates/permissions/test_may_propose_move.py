"""may_propose_move: one of a pair in force, while the debate is open or closing."""

from college.debates.rules.stages import Stage

MODERATED = {Stage.OPEN, Stage.CLOSING}


def test_may_propose_move(cast):
    cast.assert_allowed("may_propose_move", lambda c: (c.debate,), {"moderator": MODERATED})


def test_one_moderator_alone_proposes_nothing(cast):
    cast.debate.moderators.exclude(member=cast.roles["moderator"]).update(ended_at=cast.stand.at)
    cast.assert_allowed("may_propose_move", lambda c: (c.debate,), {})
