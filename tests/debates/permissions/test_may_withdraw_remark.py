"""may_withdraw_remark: the member it was handed to, once, at any stage."""

from college.debates.actions.remarks import withdraw_remark
from tests.debates.permissions import ALL
from tests.debates.permissions.brought import fresh_remark, member_of, remark_of


def test_may_withdraw_remark(cast):
    remark = remark_of(cast, "holder")
    cast.assert_allowed("may_withdraw_remark", lambda c: (fresh_remark(remark),), {"holder": ALL})


def test_nobody_withdraws_twice(cast):
    remark = remark_of(cast, "holder")
    withdraw_remark(cast.stand.act(member_of(cast, "holder")), remark)
    cast.assert_allowed("may_withdraw_remark", lambda c: (fresh_remark(remark),), {})
