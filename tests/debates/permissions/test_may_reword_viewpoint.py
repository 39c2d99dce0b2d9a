"""may_reword_viewpoint: its standing delegate, while the debate is framed or open."""

from college.debates.permissions import allows
from college.debates.rules.stages import Stage


def test_may_reword_viewpoint(cast):
    cast.assert_allowed(
        "may_reword_viewpoint", lambda c: (c.a,), {"delegate": {Stage.FRAMING, Stage.OPEN}}
    )


def test_may_reword_viewpoint_its_proposer_while_nobody_ever_stood(cast):
    cast.move_to(Stage.FRAMING)
    assert allows("may_reword_viewpoint", cast.pending.proposed_by, cast.pending)
    assert not allows("may_reword_viewpoint", cast.a.proposed_by, cast.a)
