"""The public pages of epochs: the list, and how each seed came about."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.committees.queries import epochs
from college.web.public_cache import public


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The newest epochs. Three queries at most."""
    latest = epochs.latest()
    page = (latest.number - 1) // epochs.PER_PAGE if latest else 0
    listed = epochs.of_page(page)[::-1]
    context = {"epochs": listed, "older": page - 1 if page else None, "taking": epochs.taking()}
    return render(request, "committees/epochs.html", context)


@public
@require_safe
def page(request: HttpRequest, number: int) -> HttpResponse:
    """A fixed page: epochs number × 50 + 1 and on, oldest first; its address never moves."""
    listed = epochs.of_page(number) if number < 2**31 // epochs.PER_PAGE else []
    if not listed:
        raise Http404
    last = (number + 1) * epochs.PER_PAGE
    context = {
        "epochs": listed,
        "older_url": f"/committees/epochs/page/{number - 1}/" if number else "",
        "newer_url": f"/committees/epochs/page/{number + 1}/" if epochs.by_number(last + 1) else "",
    }
    return render(request, "committees/epochs_page.html", context)


@public
@require_safe
def epoch(request: HttpRequest, number: int) -> HttpResponse:
    """One epoch: who contributed what, and the seed with everything it is made of. Four queries."""
    found = epochs.by_number(number) if number < 2**31 else None
    if found is None:
        raise Http404
    context = {
        "epoch": found,
        "parts": epochs.parts(found),
        "demonstration": epochs.is_demonstration(found),
        "entries": f"/record/about/{found.public_id}/",
        "later_round": found.drawn_round if found.drawn_round != found.round else 0,
    }
    return render(request, "committees/epoch.html", context)
