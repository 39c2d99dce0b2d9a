"""may_withdraw_report: the member who made it, while it waits."""

from college.debates.actions.reports import withdraw_report
from college.debates.models import Report
from tests.debates.permissions import ALL
from tests.debates.permissions.heard import report_by
from tests.debates.permissions.said import claim_of


def test_may_withdraw_report(cast):
    made = report_by(cast, "undecided", claim_of(cast, "holder"))
    cast.assert_allowed("may_withdraw_report", lambda c: (made,), {"undecided": ALL})


def test_nobody_withdraws_a_report_twice(cast):
    made = report_by(cast, "undecided", claim_of(cast, "holder"))
    withdraw_report(cast.stand.act(cast.roles["undecided"], hours=1), made)
    row = Report.objects.get(pk=made.pk)
    cast.assert_allowed("may_withdraw_report", lambda c: (row,), {})
