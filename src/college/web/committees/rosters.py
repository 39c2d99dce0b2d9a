"""Who serves in a term: pseudonyms, in the order of their random ids."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.committees.queries import rosters
from college.web.public_cache import public


@public
@require_safe
def page(request: HttpRequest, number: int) -> HttpResponse:
    """One term's roster, and how it was drawn. Five queries."""
    roster = rosters.by_number(number) if number < 2**31 else None
    if roster is None:
        raise Http404
    announced = json.loads(bytes(roster.announcement.body))
    places = list(rosters.places(roster)) if roster.began_at else []
    digest = roster.announcement_id
    context = {
        "roster": roster,
        "places": places,
        "left": sum(place.left_at is not None for place in places),
        "pool": len(announced["members"]),
        "size": announced["size"],
        "document": f"/log/texts/{digest[:2]}/{digest}.json",
        "before": rosters.by_number(number - 1),
        "after": rosters.by_number(number + 1),
    }
    return render(request, "committees/roster.html", context)
