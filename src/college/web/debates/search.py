"""Search a debate, or all of them; claims like the one being written."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from college.debates.queries import questions, search, thread
from college.web.acts import now
from college.web.debates import finding, threads
from college.web.debates.reasons import alike
from college.web.debates.viewpoints import trail

_LONGEST = 300
_NUMBER = re.compile("[0-9]{1,15}")


@require_GET
def everywhere(request: HttpRequest) -> HttpResponse:
    """Full-text search over all debates, newest first."""
    return _page(request, {"trail": []}, None)


@require_GET
def in_debate(request: HttpRequest, slug: str) -> HttpResponse:
    """Full-text search in one debate, newest first."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    return _page(request, {"trail": trail(asked), "debate": asked.debate}, asked.debate)


@require_GET
def similar(request: HttpRequest, slug: str) -> HttpResponse:
    """A fragment: claims of the debate like the words; empty when there are none."""
    lines = alike(slug, request.GET.get("words", "")[:1000])
    return render(request, "debates/_similar.html", {"lines": lines})


def _page(request: HttpRequest, context: dict[str, object], debate: object) -> HttpResponse:
    typed = request.GET.get("words", "")[:_LONGEST]
    before = request.GET.get("before", "")
    hits = search.search(
        typed,
        debate=debate,  # type: ignore[arg-type]  a debate or none
        before=int(before) if _NUMBER.fullmatch(before) else None,
    )
    more, hits = len(hits) > search.PAGE, hits[: search.PAGE]
    known = thread.by_ids([hit.subject for hit in hits], now=now())
    items = [known[hit.subject] for hit in hits if hit.subject in known]
    context |= {
        "typed": typed,
        "lines": [threads.line(item) for item in items if item.tombstone is None],
        "before": hits[-1].key if more else None,
    }
    return render(request, "debates/search.html", context)
