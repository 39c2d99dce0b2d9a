"""The emergency desk: what a member asked to hold, for whoever is on duty."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates import permissions
from college.debates.actions.holds import hold
from college.debates.queries import hearings, reports
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of, now
from college.web.debates import finding, saying
from college.web.debates.sheets import permit, sheet
from college.web.debates.words.grounds import GROUNDS


class HoldForm(forms.Form):
    """One sentence why it cannot wait."""

    reason = saying.words_field(
        gettext_lazy("Why can it not wait?"),
        rows=3,
        help_text=gettext_lazy("Public, under your pseudonym of this term."),
    )


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits; each with a way to hold it, for the member on duty alone."""
    act_of(request)
    member, at = member_of(request), now()
    waiting = [
        {
            "hearing": hearing,
            "ground": GROUNDS[hearing.ground].name,
            "words": hearings.text_of(hearing),
        }
        for hearing in reports.urgent()
        if permissions.allows("may_hold_text", member, hearing, at)
    ]
    return render(request, "debates/emergency.html", {"waiting": waiting})


@require_http_methods(["GET", "POST"])
def hold_text(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hold one text back until it is heard."""
    hearing = finding.or_404(hearings.by_case_id(public_id))
    permit(request, "may_hold_text", hearing, now())
    hours = int(charter_in_force().clocks.emergency_hold.total_seconds() // 3600)

    def do(act: Any, given: dict[str, Any]) -> str:
        hold(act, hearing, **given)
        return "/emergency/"

    return sheet(
        request,
        HoldForm(request.POST or None),
        do,
        done=_("It is held back. It comes back by itself if nobody decides."),
        title=_("Hold this text back"),
        intro=_("For at most %(hours)s hours, once; then it comes back by itself.")
        % {"hours": hours},
        about=hearings.text_of(hearing),
        send=_("Hold it back"),
        back="/emergency/",
    )
