"""Words used and allowed: the same room for every viewpoint."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.queries import budgets, questions
from college.web.debates import finding
from college.web.debates.viewpoints import trail
from college.web.public_cache import public


@public
@require_safe
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """A table per stage: every side's words used and allowed."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    context = {
        "debate": asked.debate,
        "trail": trail(asked),
        "stages": budgets.table(asked.debate),
    }
    return render(request, "debates/budget.html", context)
