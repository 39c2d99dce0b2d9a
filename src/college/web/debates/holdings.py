"""Declare which viewpoint one holds, or that one is undecided."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions import holdings as actions
from college.debates.queries import holdings, viewpoints
from college.debates.rules import addresses
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.openings import for_stage
from college.web.debates.sheets import permit, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line

UNDECIDED = "undecided"


class HoldingForm(forms.Form):
    """One viewpoint, or none."""

    viewpoint = forms.ChoiceField(
        label=gettext_lazy("I hold"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Public and dated. You can change it at any time; the change is public."
        ),
    )


@require_http_methods(["GET", "POST"])
@for_stage(Opening.HOLD)
def hold(request: HttpRequest, slug: str) -> HttpResponse:
    """The viewpoints in the debate's order, then undecided."""
    asked = finding.asked(slug)
    member = member_of(request)
    permit(request, "may_hold", asked.debate)
    found = {one.viewpoint.public_id: one for one in viewpoints.shown(asked.debate)}
    form = HoldingForm(request.POST or None)
    names = {key: _named(one) for key, one in found.items()}
    form.fields["viewpoint"].choices = [*names.items(), (UNDECIDED, _("None: I am undecided"))]
    present = holdings.current(member, asked.debate) if member else None
    if present is not None:
        held = present.viewpoint.public_id if present.viewpoint else UNDECIDED
        form.initial["viewpoint"] = held

    def do(act: Act, given: dict[str, Any]) -> str:
        one = found.get(given["viewpoint"])
        actions.hold(act, asked.debate, viewpoint=one.viewpoint if one else None)
        return f"{addresses.debate(slug)}take-part/"

    return sheet(
        request,
        form,
        do,
        done=_("Your declaration stands in the record."),
        title=_("Which viewpoint do you hold?"),
        intro=_(
            "Whoever changes to another viewpoint no longer speaks for the old one, nor moderates."
        ),
        about=asked.text,
        send=_("Declare it"),
        trail=trail(asked),
        back=f"{addresses.debate(slug)}take-part/",
    )


def _named(one: viewpoints.Shown) -> str:
    name = line(one.wording.name)
    return f"{one.letter}: {name}" if one.letter else _("%(name)s (proposed)") % {"name": name}
