"""may_confirm_link: the author of the text that bears the link, until the debate is closed."""

from college.debates.models import Link
from tests.debates.permissions import LIVING
from tests.debates.permissions.said import challenge_of, claim_of


def test_may_confirm_link(cast):
    asked = challenge_of(cast, "undecided", claim_of(cast, "holder"))

    def link():
        return Link.objects.select_related("source__debate").get(source=asked)

    cast.assert_allowed("may_confirm_link", lambda c: (link(),), {"undecided": LIVING})
