"""may_draft: holders of an admitted viewpoint, during the framing."""

import pytest

from college.debates.permissions import allows
from college.debates.rules.stages import Stage
from tests.factories.colleges import make_college
from tests.factories.debates import add_viewpoint, make_debate


def test_may_draft(cast):
    cast.assert_allowed(
        "may_draft",
        lambda c: (c.debate,),
        {role: {Stage.FRAMING} for role in ("holder", "delegate", "moderator")},
    )


@pytest.mark.django_db
def test_holder_of_a_viewpoint_made_up_a_moment_ago_may_not():
    """Two accounts with a viewpoint each of their own making would otherwise word the question."""
    make_college()
    stand = make_debate(Stage.FRAMING)
    add_viewpoint(stand, "A way nobody has looked at")
    assert not allows("may_draft", stand.holders[-1], stand.debate)
    assert allows("may_draft", stand.holders[0], stand.debate)
