"""may_revoke: the delegate of the viewpoint that conceded, until the debate is closed."""

from college.debates.actions.concessions import revoke
from tests.debates.permissions import LIVING
from tests.debates.permissions.said import claim_of, concession_of, fresh


def test_may_revoke(cast):
    granted = concession_of(cast, "delegate", claim_of(cast, "moderator"))
    cast.assert_allowed("may_revoke", lambda c: (fresh(granted),), {"delegate": LIVING})


def test_nobody_revokes_twice(cast):
    granted = concession_of(cast, "delegate", claim_of(cast, "moderator"))
    revoke(cast.stand.act(cast.roles["delegate"]), granted, reason="We know more now.")
    cast.assert_allowed("may_revoke", lambda c: (fresh(granted),), {})
