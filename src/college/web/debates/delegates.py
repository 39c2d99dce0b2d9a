"""Offer to speak for a viewpoint; step down; object to somebody's offer."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from college.debates.actions import delegates as actions
from college.debates.queries import delegates
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.debates import finding
from college.web.debates.sheets import press

if TYPE_CHECKING:
    from college.debates.models import Delegate


@require_POST
def offer(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Offer oneself as delegate of the viewpoint one holds."""
    viewpoint = finding.viewpoint(finding.asked(slug).debate, public_id).viewpoint

    def do(act: Act) -> str:
        actions.offer_delegate(act, viewpoint)
        return addresses.viewpoint(slug, public_id)

    return press(request, do, done=_("You have offered to speak. The notice has begun."))


@require_POST
def step_down(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Speak no longer, or take the offer back."""
    delegate = found(slug, public_id)

    def do(act: Act) -> str:
        actions.step_down(act, delegate)
        return addresses.viewpoint(slug, delegate.viewpoint.public_id)

    return press(request, do, done=_("You no longer speak for this viewpoint."))


def found(slug: str, public_id: str) -> "Delegate":
    """The delegate, or the one who offered, that an address names."""
    delegate = delegates.by_id(public_id)
    if delegate is None or delegate.viewpoint.debate.slug != slug:
        raise Http404
    return delegate
