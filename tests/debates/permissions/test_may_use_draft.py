"""may_use_draft: the question's proposer and the author of the other draft, during the framing."""

from college.debates.actions.drafts import add_draft
from college.debates.queries.drafts import by_id
from college.debates.rules.stages import Stage
from tests.factories.debates import QUESTION


def test_may_use_draft(cast):
    cast.move_to(Stage.FRAMING)
    names = ["By ferry", "By bridge"]
    first, _second = [
        add_draft(
            cast.stand.act(cast.roles[role]), cast.debate, wording=QUESTION, viewpoints_listed=names
        )
        for role in ("holder", "moderator")
    ]

    def draft(c):
        return by_id(first.public_id)

    cast.assert_allowed(
        "may_use_draft",
        lambda c: (draft(c),),
        {"moderator": {Stage.FRAMING}, "proposer": {Stage.FRAMING}},
    )
