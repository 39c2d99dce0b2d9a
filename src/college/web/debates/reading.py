"""The thread of a debate beyond its first page."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.queries import questions, thread
from college.debates.rules import addresses
from college.web.acts import now
from college.web.debates import finding, threads
from college.web.debates.viewpoints import trail
from college.web.public_cache import public

_PATH = re.compile(r"[0-9a-z]{8,200}")


@public
@require_safe
def further(request: HttpRequest, slug: str, after: str) -> HttpResponse:
    """The next page of what is said, from a place on."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    if not _PATH.fullmatch(after):
        raise Http404
    page = thread.first_page(asked.debate, now=now(), after=after)
    context = {
        "debate": asked.debate,
        "trail": trail(asked),
        "thread": threads.shown(page, addresses.debate(slug)),
    }
    return render(request, "debates/further.html", context)
