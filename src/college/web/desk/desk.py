"""A member's desk: what waits, where one takes part, what one did and its receipts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from college.debates.queries import challenges
from college.debates.queries.desk import parts
from college.ground.refusals import Refusal
from college.people import queries
from college.people.permissions import may_set_dates
from college.record.queries import entries_by
from college.web.acts import member_of, now
from college.web.debates import threads
from college.web.record.entries import lines

_ACTS = 12


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """One page; a fixed number of queries."""
    member = member_of(request)
    if member is None:
        if request.user.is_authenticated:
            return redirect("/join/")
        raise Refusal("people.member.none")
    context = {
        "member": member,
        "unread": queries.unread_of(member),
        "asked": threads.asked(challenges.to_answer(member, now=now())),
        "parts": parts(member),
        "steward": may_set_dates(member),
        "lines": lines(entries_by(member.public_id, most=_ACTS)),
    }
    return render(request, "desk/desk.html", context)
