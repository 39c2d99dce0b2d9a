"""The texts of a debate that gave way, each with its notice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.queries import questions, restrictions
from college.web.debates import finding, hearings
from college.web.debates.viewpoints import trail
from college.web.public_cache import public

_DIGITS = 15


@public
@require_safe
def listed(request: HttpRequest, slug: str, before: str = "") -> HttpResponse:
    """The newest first, a page at a time. Two queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    if before and not (before.isascii() and before.isdecimal() and len(before) <= _DIGITS):
        raise Http404
    found, older = restrictions.of_debate(asked.debate, int(before) if before else None)
    context = {
        "gave_way": [(one, hearings.lines([one.heard])) for one in found],
        "older_url": f"/debates/{slug}/heard/from/{older}/" if older else "",
        "debate": asked.debate,
        "trail": trail(asked),
    }
    return render(request, "debates/restrictions.html", context)
