"""may_draft: holders of a viewpoint, during the framing."""

from college.debates.rules.stages import Stage


def test_may_draft(cast):
    cast.assert_allowed(
        "may_draft",
        lambda c: (c.debate,),
        {role: {Stage.FRAMING} for role in ("holder", "delegate", "moderator")},
    )
