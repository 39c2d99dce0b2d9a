"""Grant a claim for a viewpoint, and take that back."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates import permissions
from college.debates.actions import concessions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import saying
from college.web.debates.sheets import sheet


class ConcessionForm(saying.Saying):
    """What is granted, and on which condition."""

    text = saying.words_field(gettext_lazy("What your viewpoint grants, and what it does not"))
    condition = saying.words_field(
        gettext_lazy("On which condition"),
        rows=2,
        required=False,
        help_text=gettext_lazy("If there is none, leave it empty."),
    )


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = saying.words_field(gettext_lazy("Why"), rows=3)


@require_http_methods(["GET", "POST"])
def concede(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Grant a claim, as the delegate of a viewpoint."""
    row = saying.found(slug, public_id)
    permissions.require("may_concede", member_of(request), row)

    def do(act: Act, given: dict[str, Any]) -> str:
        granted = concessions.concede(
            act, row, text=given["text"], condition=given["condition"], token=given["token"]
        )
        return addresses.contribution(slug, granted.public_id)

    return sheet(
        request,
        ConcessionForm(request.POST or None, initial=saying.fresh(request)),
        do,
        template="debates/saying.html",
        done=_("Your viewpoint grants it, from today. You can take it back later, with a reason."),
        title=_("Grant this for your viewpoint"),
        intro=_("It is common ground from then on, not a point for anybody."),
        send=_("Grant it"),
        around=lambda: saying.surroundings(row),
    )


@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Take a concession back."""
    row = saying.found(slug, public_id)
    permissions.require("may_revoke", member_of(request), row)

    def do(act: Act, given: dict[str, Any]) -> str:
        concessions.revoke(act, row, reason=given["reason"])
        return addresses.contribution(slug, public_id)

    return sheet(
        request,
        ReasonForm(request.POST or None),
        do,
        template="debates/saying.html",
        done=_("It is taken back. Both dates stay to be read."),
        title=_("Take back what was granted"),
        send=_("Take it back"),
        around=lambda: saying.surroundings(row),
    )
