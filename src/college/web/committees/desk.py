"""A panel member's desk: what is asked, why me, what it takes; accepted or refused, then case after case."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions.seats import accept_seat
from college.committees.queries import desk, keys, rosters
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of, now
from college.web.refusals import sentence

DESK = "/committees/desk/"
#: A sitting of six to eight cases takes twenty minutes (DESIGN §5).
MINUTES = 3


@require_safe
def docket(request: HttpRequest) -> HttpResponse:
    """What waits for this member, what to do first."""
    act = act_of(request)
    member = member_of(request)
    if member is None:
        raise Http404
    found = desk.docket(member, act.at)
    place = rosters.place_of(member)
    return render(
        request,
        "committees/desk.html",
        {
            "docket": found,
            "called": [(seat, desk.why(seat)) for seat in found.called],
            "minutes": MINUTES * len(found.called),
            "minutes_left": MINUTES * len(found.accepted),
            "place": place,
            "needs_key": place is not None and not keys.in_force(place),
            "voting": charter_in_force().clocks.voting,
        },
    )


@require_POST
def accept_all(request: HttpRequest) -> HttpResponse:
    """Take every seat that the page showed; one that is over by now is left out, and said so."""
    act = act_of(request)
    member = member_of(request)
    taken, first = 0, ""
    for public_id in request.POST.getlist("seat")[: charter_in_force().limits.docket]:
        seat = desk.own_seat(member, public_id) if member else None
        if seat is None:
            raise Http404
        try:
            accept_seat(act, seat)
        except Refusal as refusal:
            messages.warning(request, sentence(refusal))
            continue
        taken, first = taken + 1, first or public_id
    if not taken:
        return redirect(DESK)
    told = ngettext("You accepted %(n)s case.", "You accepted %(n)s cases.", taken)
    messages.success(request, told % {"n": taken} + " " + _("Here is the first."))
    return redirect(next_path(request, first))


def next_path(request: HttpRequest, otherwise: str = "") -> str:
    """Where to go on: the accepted case that is due first, or the desk."""
    member = member_of(request)
    waiting = desk.docket(member, now()).accepted if member else []
    following = waiting[0].public_id if waiting else otherwise
    return f"{DESK}seats/{following}/" if following else DESK
