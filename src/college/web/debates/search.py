"""Search a debate, or all of them; claims like the one being written."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.queries import questions, search
from college.web.debates import finding, found
from college.web.debates.reasons import alike
from college.web.debates.viewpoints import trail

_LONGEST = 300
_NUMBER = re.compile("[0-9]{1,15}")


@require_safe
def everywhere(request: HttpRequest) -> HttpResponse:
    """Full-text search over all debates: what was added last comes first, debate by debate."""
    return _page(request, {"trail": []}, None)


@require_safe
def in_debate(request: HttpRequest, slug: str) -> HttpResponse:
    """Full-text search in one debate, what was added last first."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    return _page(request, {"trail": trail(asked), "debate": asked.debate}, asked.debate)


@require_safe
def similar(request: HttpRequest, slug: str) -> HttpResponse:
    """A fragment: claims of the debate like the words; empty when there are none."""
    without = request.GET.get("without", "")[:1000].split()
    lines = alike(slug, request.GET.get("words", "")[:1000], without)
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
    context |= {
        "typed": typed,
        "groups": found.groups(hits),
        "before": hits[-1].key if more else None,
    }
    return render(request, "debates/search.html", context)
