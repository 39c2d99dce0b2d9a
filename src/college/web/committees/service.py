"""My service: the pseudonym, its keys, when I am on duty, what I cast, what I have a tie to, and leaving."""

import re
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions import duty as duty_actions
from college.committees.actions import recusals as recusal_actions
from college.committees.actions.service import leave_service
from college.committees.queries import desk, duty, keys, recusals, rosters
from college.committees.rules import duty as duty_rules
from college.committees.rules.recusals import TieKind
from college.debates.queries.questions import debate_at
from college.ground.refusals import Refusal
from college.people.queries import member_by_id
from college.web.acts import act_of, member_of
from college.web.record.things import known
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.people.models import Member

SERVICE = "/committees/my-service/"
_SEATS = 50
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_ADDRESS = re.compile(r"(?:https?://[^/\s]+)?/(members|debates)/([0-9a-z-]{1,80})/?(?:[#?]\S*)?")


class TieForm(forms.Form):
    """The address of what one has a tie to."""

    address = forms.CharField(
        label=gettext_lazy("Address of the debate’s or the member’s page"),
        help_text=gettext_lazy("Copied from the browser, such as /members/7h2m9k4qx0c5t/"),
        max_length=300,
    )


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return _page(request, TieForm())


@require_POST
def choose_duty(request: HttpRequest) -> HttpResponse:
    """The times of duty that are ticked, and no others ahead."""
    act = act_of(request)
    member = member_of(request)
    place = rosters.place_of(member) if member else None
    if place is None:
        raise Http404
    ticked = {int(n) for n in request.POST.getlist("span") if _NUMBER.fullmatch(n)}
    try:
        duty_actions.choose_duty(act, place, spans=ticked)
    except Refusal as refusal:
        return _page(request, TieForm(), duty_error=sentence(refusal), code=status(refusal))
    messages.success(request, _("Your times of duty are kept. You can change those ahead."))
    return redirect(SERVICE)


@require_POST
def declare_tie(request: HttpRequest) -> HttpResponse:
    act = act_of(request)
    form = TieForm(request.POST)
    code = 422
    if form.is_valid():
        try:
            kind, on = _meant(form.cleaned_data["address"])
            recusal_actions.declare_tie(act, kind=kind, on=on)
        except Refusal as refusal:
            form.add_error("address", sentence(refusal))
            code = status(refusal)
        else:
            messages.success(request, _("Kept. You will not be drawn for what touches it."))
            return redirect(SERVICE)
    return _page(request, form, code=code)


@require_POST
def end_tie(request: HttpRequest) -> HttpResponse:
    act = act_of(request)
    member = member_of(request)
    asked = request.POST.get("tie", "")
    tie = recusals.ties_of(member).filter(public_id=asked).first() if member else None
    if tie is None:
        raise Http404
    recusal_actions.end_tie(act, tie)
    messages.success(request, _("The tie is taken back."))
    return redirect(SERVICE)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the lottery for the rest of the term: only with the tick, so that no stray click does it."""
    act = act_of(request)
    member = member_of(request)
    place = rosters.place_of(member) if member else None
    if place is None:
        raise Http404
    if request.POST.get("sure") != "yes":
        return redirect(SERVICE)
    leave_service(act, place)
    messages.success(
        request, _("You have left this term’s service. Thank you for what you did in it.")
    )
    return redirect(SERVICE)


def _page(
    request: HttpRequest, form: TieForm, *, duty_error: str = "", code: int = 200
) -> HttpResponse:
    act = act_of(request)
    member = member_of(request)
    if member is None:
        raise Http404
    place = rosters.place_of(member)
    context = {
        "place": place,
        "keys": keys.in_force(place) if place else [],
        "duty_error": duty_error,
        "past": desk.past_seats(member)[:_SEATS],
        "terms": desk.service_of(member),
        "form": form,
        "ties": _ties(member),
    }
    if place is not None:
        chosen = duty.chosen_by(place)
        spans = duty.spans_of(place.roster)
        ahead = [span for span in spans if span.begins > act.at]
        context |= {
            "ahead": [(span, not chosen or span.begins in chosen) for span in ahead],
            "least": duty_rules.least(len(ahead)),
            "throughout": not chosen,
            "on_duty": place.public_id in duty.on_duty(place.roster, act.at),
        }
    return render(request, "committees/service.html", context, status=code)


def _ties(member: "Member") -> list[dict[str, object]]:
    rows = list(recusals.ties_of(member))
    things = known([tie.on for tie in rows])
    return [{"tie": tie, "thing": things.get(tie.on)} for tie in rows]


def _meant(address: str) -> tuple[TieKind, str]:
    """What an address leads to; refuses one that leads to no debate and no member."""
    found = _ADDRESS.fullmatch(address.strip())
    if found and found[1] == "members" and (member := member_by_id(found[2])):
        return TieKind.PERSON, member.public_id
    if found and found[1] == "debates" and (debate := debate_at(found[2])):
        return TieKind.DEBATE, debate.public_id
    raise Refusal("committees.tie.unknown")
