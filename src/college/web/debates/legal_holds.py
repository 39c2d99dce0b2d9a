"""A steward withholds an unlawful text for a time, naming the law."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.legal_holds import hold_unlawful
from college.debates.rules import addresses
from college.ground.act import Act
from college.people.permissions import may_set_dates
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.remarks import found as found_remark
from college.web.debates.sheets import sheet
from college.web.refusals import forbidden

if TYPE_CHECKING:
    from college.debates.models import Contribution, Remark


class LawForm(forms.Form):
    """The law, as it is cited."""

    law = forms.CharField(
        label=gettext_lazy("The law that it breaks"),
        max_length=saying.LONGEST,
        help_text=gettext_lazy("The law and the section, as one cites it. Public."),
    )


@require_http_methods(["GET", "POST"])
def of_contribution(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Hold a contribution."""
    return _hold(request, saying.found(slug, public_id), addresses.contribution(slug, public_id))


@require_http_methods(["GET", "POST"])
def of_remark(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Hold an imported comment."""
    remark = found_remark(finding.asked(slug), public_id)
    return _hold(request, remark, addresses.remark(slug, public_id))


def _hold(request: HttpRequest, row: "Contribution | Remark", back: str) -> HttpResponse:
    act_of(request)
    if not may_set_dates(member_of(request)):
        return forbidden(request, PermissionError())

    def do(act: Act, given: dict[str, Any]) -> str:
        hold_unlawful(act, row, **given)
        return back

    return sheet(
        request,
        LawForm(request.POST or None),
        do,
        done=_(
            "The text is held. Panels drawn by lot decide; without them it comes back by itself."
        ),
        title=_("Hold this text as unlawful"),
        intro=_(
            "A steward’s only power over a text: for a short time, naming the law, with a case that begins"
            " at once. It stands in the record with your name."
        ),
        send=_("Hold it"),
        back=back,
    )
