"""Propose another charter, read a proposal, stand behind it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.administration import queries
from college.administration.actions import proposals as actions
from college.administration.permissions import allows, require
from college.ground.act import Act
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of
from college.web.debates.sheets import press, sheet
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.administration.models import Proposal

_LONGEST = 20_000


class ProposalForm(forms.Form):
    """The lines that change, and why."""

    lines = forms.CharField(
        label=gettext_lazy("Lines that change"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "As in charter.toml: the section in brackets, and under it each setting that is to be different,"
            ' such as open = "30 days" under [clocks].'
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Panels read it beside the lines, without your name."),
    )


@public
@require_safe
def proposal(request: HttpRequest, public_id: str) -> HttpResponse:
    """One proposal: what would change, why, and how far it is."""
    found = _found(public_id)
    member = member_of(request)
    context = {
        "proposal": found,
        "lines": found.changes.words.splitlines(),
        "behind": found.supports.count(),
        "needed": charter_in_force().limits.charter_supporters,
        "may_support": not found.case_id
        and (member is None or allows("may_support_charter", member, found)),
    }
    return render(request, "administration/proposal.html", context)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a charter by the lines that change."""
    act_of(request)
    require("may_propose_charter", member_of(request))

    def do(act: Act, given: dict[str, Any]) -> str:
        made = actions.propose_charter(act, **given)
        return f"/administration/proposals/{made.public_id}/"

    return sheet(
        request,
        ProposalForm(request.POST or None),
        do,
        done=_("The charter is proposed."),
        title=_("Propose another charter"),
        intro=_(
            "A steward’s proposal is put to panels at once, a member’s when enough others stand behind it."
            " Granted, it comes into force after a notice."
        ),
        send=_("Propose it"),
        key="charter",
        back="/charter/",
    )


@require_POST
def support(request: HttpRequest, public_id: str) -> HttpResponse:
    """Stand behind a proposal."""
    found = _found(public_id)

    def do(act: Act) -> str:
        actions.support_charter(act, found)
        return f"/administration/proposals/{public_id}/"

    return press(request, do, done=_("You stand behind this proposal."))


def _found(public_id: str) -> "Proposal":
    found = queries.proposal(public_id)
    if found is None:
        raise Http404
    return found
