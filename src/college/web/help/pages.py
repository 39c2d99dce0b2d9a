"""Help: what the College is, how to take part, how to check it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.record.charters import charter_in_force
from college.record.queries import log_key
from college.web.public_cache import public


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    return render(request, "help/front.html", {"charter": charter_in_force()})


@public
@require_safe
def checking(request: HttpRequest) -> HttpResponse:
    return render(request, "help/checking.html", {"vkey": log_key().vkey})
