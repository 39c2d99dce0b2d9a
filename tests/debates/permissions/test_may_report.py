"""may_report: any member but the author, of a text that can be read, at every stage."""

from college.debates.actions.withdrawals import withdraw
from tests.debates.permissions import ALL, MEMBERS
from tests.debates.permissions.said import claim_of, fresh
from tests.factories.briefs import make_brief


def test_may_report(cast):
    claim = claim_of(cast, "holder")
    others = {role: ALL for role in MEMBERS if role != "holder"}
    cast.assert_allowed("may_report", lambda c: (fresh(claim),), others)


def test_nobody_reports_what_is_gone(cast):
    claim = claim_of(cast, "holder")
    withdraw(cast.stand.act(cast.roles["holder"], hours=1), claim)
    cast.assert_allowed("may_report", lambda c: (fresh(claim),), {})


def test_members_report_a_comment(cast):
    remark = make_brief(cast.stand).remarks.select_related("text").first()
    expected = dict.fromkeys(MEMBERS, ALL)
    cast.assert_allowed("may_report", lambda c: (remark,), expected)
