"""may_ask_merger: holders of either viewpoint and the moderators, until the debate is closed."""

from college.debates.models import Viewpoint
from college.debates.rules.stages import Stage

SHAPING = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}


def again(viewpoint: Viewpoint) -> Viewpoint:
    return Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)


def test_may_ask_merger(cast):
    a, b = cast.stand.viewpoints[:2]
    expected = dict.fromkeys(("holder", "delegate", "moderator"), SHAPING)
    cast.assert_allowed("may_ask_merger", lambda c: (again(a), again(b)), expected)


def test_nobody_merges_a_viewpoint_with_itself_or_before_it_is_admitted(cast):
    a = cast.stand.viewpoints[0]
    cast.assert_allowed("may_ask_merger", lambda c: (again(a), again(a)), {})
    cast.assert_allowed("may_ask_merger", lambda c: (again(a), c.pending), {})
