"""may_take_claim_back: the member who made it, until it is decided."""

from college.debates.queries import remarks
from tests.debates.permissions import ALL
from tests.debates.permissions.brought import claim_to_remark


def test_may_take_claim_back(cast):
    claim = claim_to_remark(cast, "holder")
    cast.assert_allowed(
        "may_take_claim_back", lambda c: (remarks.fresh_claim(claim),), {"holder": ALL}
    )


def test_nobody_takes_back_what_is_granted(cast):
    claim = claim_to_remark(cast, "holder")
    cast.stand.wait(days=4)
    cast.assert_allowed("may_take_claim_back", lambda c: (remarks.fresh_claim(claim),), {})
