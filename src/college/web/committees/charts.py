"""A member's own charts, and those a panel of the Audit area is asked about. Nobody else sees one."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions.charts import appeal_alarm
from college.committees.queries import charts
from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of
from college.web.record.things import known
from college.web.refusals import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from college.committees.queries.charts import ShownChart

CHARTS = "/committees/charts/"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What is compared, how far each chart is, and what can be done about an alarm."""
    member = member_of(request)
    if member is None:
        raise Http404
    act = act_of(request)
    own, asked = charts.own_charts(member), charts.charts_to_judge(member)
    return render(
        request,
        "committees/charts.html",
        {
            "own": [(chart, _can_appeal(chart, act.at)) for chart in own],
            "asked": asked,
            "audit": charter_in_force().audit,
            "things": known(chart.viewpoint for chart in [*own, *asked]),
        },
    )


@require_POST
def appeal(request: HttpRequest) -> HttpResponse:
    """The one click of an appeal."""
    act, member = act_of(request), member_of(request)
    case = charts.own_alarm_case(member, request.POST.get("case", "")) if member else None
    if case is None:
        raise Http404
    try:
        appeal_alarm(act, case)
    except Refusal as refusal:
        messages.warning(request, sentence(refusal))
    else:
        messages.success(request, _("You appealed. A fresh, larger panel is drawn."))
    return redirect(CHARTS)


def _can_appeal(chart: "ShownChart", at: "datetime") -> bool:
    case = chart.case
    if case is None or not case.verdict or case.provisional:
        return False
    within = at <= case.verdict_at + charter_in_force().clocks.appealing
    return within and may_appeal(Step(case.step), Choice(case.verdict))
