"""The debate, viewpoint or person's offer that an address names; what is not there is a 404."""

from typing import TYPE_CHECKING, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from college.debates.queries import questions, viewpoints

if TYPE_CHECKING:
    from college.debates.models import Debate, QuestionWording, ViewpointWording

Row = TypeVar("Row")


def asked(slug: str) -> "QuestionWording":
    """The debate in its newest wording. One query."""
    found = questions.asked(slug)
    if found is None:
        raise Http404
    return found


def debate(slug: str) -> "Debate":
    """The debate alone, for what is sent to it. One query."""
    found = questions.debate_at(slug)
    if found is None:
        raise Http404
    return found


def viewpoint(debate: "Debate", public_id: str) -> "ViewpointWording":
    """A viewpoint of the debate in its newest words. One query."""
    found = viewpoints.one(debate, public_id)
    if found is None:
        raise Http404
    return found


def or_404(found: Row | None) -> Row:
    """What a query found, or a 404. No query."""
    if found is None:
        raise Http404
    return found


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """A former address leads to the present one, for ever; any other is a 404. One query."""
    present = questions.moved_to(slug)
    if present is None:
        raise Http404
    rest = request.path.removeprefix(f"/debates/{slug}/")
    return HttpResponsePermanentRedirect(f"/debates/{present}/{rest}")
