"""may_object_to_remark_claim: any member but the claimant, while the notice runs."""

from college.debates.queries import remarks
from tests.debates.permissions import ALL, MEMBERS
from tests.debates.permissions.brought import claim_to_remark


def test_may_object_to_remark_claim(cast):
    claim = claim_to_remark(cast, "holder")
    cast.assert_allowed(
        "may_object_to_remark_claim",
        lambda c: (remarks.fresh_claim(claim),),
        dict.fromkeys(MEMBERS - {"holder"}, ALL),
    )


def test_nobody_objects_to_what_is_granted(cast):
    claim = claim_to_remark(cast, "holder")
    cast.stand.wait(days=4)
    cast.assert_allowed("may_object_to_remark_claim", lambda c: (remarks.fresh_claim(claim),), {})
