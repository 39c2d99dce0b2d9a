"""may_rephrase: the author, on grounds that other words can mend, until the debate is closed."""

from college.debates.actions.definitions import add_definition
from college.debates.rules.grounds import Ground
from college.debates.rules.stages import Stage
from tests.debates.permissions.heard import again, restriction_of
from tests.debates.permissions.said import claim_of

CORRECTING = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}


def test_may_rephrase(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"))
    expected = {"holder": CORRECTING}
    cast.assert_allowed("may_rephrase", lambda c: (again(restriction),), expected)


def test_nobody_rephrases_what_is_too_much(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"), Ground.SPAM)
    cast.assert_allowed("may_rephrase", lambda c: (again(restriction),), {})


def test_nobody_rephrases_a_text_with_a_term_of_its_own(cast):
    act = cast.stand.act(cast.roles["holder"])
    row = add_definition(act, cast.debate, term="Ferry", text="A boat for fools.")
    restriction = restriction_of(cast, row)
    cast.assert_allowed("may_rephrase", lambda c: (again(restriction),), {})
