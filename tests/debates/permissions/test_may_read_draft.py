"""may_read_draft: its author alone until both are in."""

from college.debates.actions.drafts import add_draft
from college.debates.rules.stages import Stage
from tests.debates.permissions import ALL
from tests.factories.debates import QUESTION


def test_may_read_draft(cast):
    cast.move_to(Stage.FRAMING)
    act = cast.stand.act(cast.roles["holder"])
    names = ["By ferry", "By bridge"]
    draft = add_draft(act, cast.debate, wording=QUESTION, viewpoints_listed=names)
    cast.assert_allowed("may_read_draft", lambda _: (draft,), {"holder": ALL})
