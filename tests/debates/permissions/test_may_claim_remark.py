"""may_claim_remark: anybody but the suspended, without an account too, unless it is theirs or gone."""

from college.debates.actions.remarks import withdraw_remark
from tests.debates.permissions import ALL
from tests.debates.permissions.brought import ANYBODY, fresh_remark, member_of, remark_of


def test_may_claim_remark(cast):
    remark = remark_of(cast, "holder")
    cast.assert_allowed(
        "may_claim_remark",
        lambda c: (fresh_remark(remark),),
        dict.fromkeys(ANYBODY - {"holder"}, ALL),
    )


def test_nobody_claims_what_is_withdrawn(cast):
    remark = remark_of(cast, "holder")
    withdraw_remark(cast.stand.act(member_of(cast, "holder")), remark)
    cast.assert_allowed("may_claim_remark", lambda c: (fresh_remark(remark),), {})
