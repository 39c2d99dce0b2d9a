"""Results that members keep: listed for themselves alone, and deleted when they say so."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.ground.refusals import Refusal
from college.quizzes.actions import results as actions
from college.quizzes.queries import results as queries
from college.quizzes.rules import addresses, scoring
from college.web.acts import act_of, member_of
from college.web.quizzes.taking import found


@require_POST
def keep(request: HttpRequest, token: str) -> HttpResponse:
    """Keep the result of an attempt, for the member alone."""
    actions.keep(act_of(request), found(token))
    messages.success(request, _("Your result is kept. Nobody else sees it."))
    return redirect(addresses.results())


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """A member's own results."""
    member = member_of(request)
    if member is None:
        raise Refusal("people.member.none")
    context = {
        "results": queries.of_member(member),
        "calibration": queries.calibration_of(member),
        "least": scoring.LEAST_RATED,
        "trail": [(_("My desk"), "/desk/")],
    }
    return render(request, "quizzes/results.html", context)


@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Delete one of one's own."""
    actions.remove(act_of(request), public_id)
    messages.success(request, _("The result is deleted."))
    return redirect(addresses.results())
