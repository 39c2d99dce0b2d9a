"""What a version of a summary changed in the one before it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.summaries.queries.changes import changes as changed
from college.summaries.rules import addresses
from college.web.debates import finding
from college.web.public_cache import public
from college.web.summaries.finding import find, trail, version_or_404


@public
@require_safe
def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """By sentence: new, gone, moved, reworded, resting on something else."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    version, before = version_or_404(work, number), version_or_404(work, number - 1)
    if work is None:
        raise Http404
    context = {
        "asked": asked,
        "debate": asked.debate,
        "version": version,
        "before": before,
        "later": work.version(number + 1),
        "sections": changed(version, before),
        "version_url": addresses.version(slug, number),
        "base": addresses.summary(slug),
        "trail": trail(asked, version),
    }
    return render(request, "summaries/changes.html", context)
